package dev.portolan.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How fast an account is used up: what was consumed on the {@code days} days before today. Today itself does not
 * count, since it is not over; days without an entry count as zero.
 */
public record BurnRate(Quantity consumed, int days) {

    /** Farther away than this nobody plans, and a date would only look precise. */
    private static final long HORIZON_DAYS = 3_650;

    public BurnRate {
        if (days < 1) throw new IllegalArgumentException("a burn rate needs at least one day");
    }

    public static BurnRate of(Iterable<DailyConsumption> history, LocalDate today, int days) {
        var sum = Quantity.ZERO;
        for (var entry : history) {
            if (entry.day().isBefore(today) && !entry.day().isBefore(today.minusDays(days)))
                sum = sum.plus(entry.consumed());
        }
        return new BurnRate(sum, days);
    }

    /** Licences per day, rounded to four decimals. */
    public BigDecimal perDay() {
        return consumed.amount().divide(BigDecimal.valueOf(days), Quantity.SCALE, RoundingMode.HALF_UP);
    }

    /** The first day whose use {@code remaining} no longer pays in full; empty if that is not within ten years. */
    public Optional<LocalDate> runsOutOn(Quantity remaining, LocalDate today) {
        if (consumed.isZero()) return Optional.empty();
        var fullDays = remaining.amount().multiply(BigDecimal.valueOf(days)).divideToIntegralValue(consumed.amount());
        if (fullDays.compareTo(BigDecimal.valueOf(HORIZON_DAYS)) > 0) return Optional.empty();
        return Optional.of(today.plusDays(fullDays.longValueExact()));
    }
}
