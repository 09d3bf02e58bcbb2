package dev.portolan.portal.licence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool with its figures.
 *
 * @param trial a small pool to try erasures with
 * @param expiresOn the last day of use, null never ends
 * @param expired whether that day is over
 * @param available what can be reserved now; nothing once the pool has expired
 * @param total what came in and was not given on: used up, reserved, and left
 * @param remaining what is not used up: left or reserved
 * @param runsOutOn the day on which it runs out at the pace of the last 30 days; null where that is far off
 */
public record PoolView(
        UUID poolId,
        String product,
        String name,
        boolean trial,
        @Nullable LocalDate expiresOn,
        boolean expired,
        BigDecimal available,
        BigDecimal total,
        BigDecimal remaining,
        @Nullable LocalDate runsOutOn) {

    /** How much of the total is left, in percent. */
    public int percent() {
        if (total.signum() == 0) return 0;
        return available
                .multiply(BigDecimal.valueOf(100))
                .divide(total, RoundingMode.HALF_UP)
                .intValue();
    }
}
