package dev.portolan.cloud.licence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool with its sums.
 *
 * @param granted in, less what was given on
 */
public record PoolRow(
        UUID poolId,
        String product,
        String name,
        @Nullable LocalDate expiresOn,
        BigDecimal granted,
        BigDecimal consumed,
        BigDecimal reserved,
        BigDecimal remaining) {

    /** Whether its last day is over. */
    public boolean expired(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }
}
