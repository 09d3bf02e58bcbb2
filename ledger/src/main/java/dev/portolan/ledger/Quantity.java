package dev.portolan.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of licences: never negative, four decimals, exact. Fits a column {@code numeric(19,4)}.
 * Two quantities are equal when their amounts are, however they were written ({@code 1} and {@code 1.0000}).
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {

    static final int SCALE = 4;
    private static final int LONGEST_INTEGER_PART = 15;
    private static final int LONGEST_TEXT = 40;

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
    public static final Quantity ONE = new Quantity(BigDecimal.ONE);

    /** @throws IllegalArgumentException if negative, of more than four decimals or of more than 15 integer digits */
    public Quantity {
        if (amount.signum() < 0) throw new IllegalArgumentException("a quantity is never negative");
        amount = scaled(amount);
    }

    /** Digits with an optional fraction; @throws IllegalArgumentException for anything else, also numbers too large. */
    public static Quantity of(String text) {
        if (text.length() > LONGEST_TEXT) throw new IllegalArgumentException("a quantity has few digits");
        try {
            return new Quantity(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a quantity is a decimal number", e);
        }
    }

    public static Quantity of(long whole) {
        return new Quantity(BigDecimal.valueOf(whole));
    }

    /** Refuses sizes before rescaling, because {@code 1e999999999} would otherwise be written out in memory. */
    static BigDecimal scaled(BigDecimal amount) {
        if (amount.signum() == 0) return BigDecimal.ZERO.setScale(SCALE);
        var stripped = amount.stripTrailingZeros();
        if ((long) stripped.precision() - stripped.scale() > LONGEST_INTEGER_PART)
            throw new IllegalArgumentException("larger than any licence account");
        if (stripped.scale() > SCALE) throw new IllegalArgumentException("at most four decimals");
        return stripped.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount));
    }

    /** @throws IllegalArgumentException if {@code other} is the larger one; ask {@link #covers} first */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount));
    }

    public boolean covers(Quantity needed) {
        return compareTo(needed) >= 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    /** The shortest plain form, as programs exchange it: {@code 1}, {@code 0.5}, {@code 1200}. */
    @Override
    public String toString() {
        return isZero() ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
