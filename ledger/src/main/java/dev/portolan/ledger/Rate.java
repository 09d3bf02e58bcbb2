package dev.portolan.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many licences one use of a product takes: more than zero, at most four decimals. */
public record Rate(BigDecimal perUse) {

    public static final Rate ONE = Rate.of("1");
    public static final Rate HALF = Rate.of("0.5");

    public Rate {
        if (perUse.signum() <= 0) throw new IllegalArgumentException("a rate is more than zero");
        perUse = Quantity.scaled(perUse);
    }

    public static Rate of(String text) {
        return new Rate(Quantity.of(text).amount());
    }

    /** What {@code uses} cost. Exact up to four decimals; beyond that rounded up, so that no use is free. */
    public Quantity cost(Quantity uses) {
        return new Quantity(uses.amount().multiply(perUse).setScale(Quantity.SCALE, RoundingMode.CEILING));
    }

    /** How many whole uses {@code remaining} still pays for. */
    public long usesLeft(Quantity remaining) {
        return remaining.amount().divideToIntegralValue(perUse).longValueExact();
    }

    @Override
    public String toString() {
        return perUse.stripTrailingZeros().toPlainString();
    }
}
