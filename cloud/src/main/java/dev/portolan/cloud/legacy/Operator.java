package dev.portolan.cloud.legacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value found is compared with the one sought. */
enum Operator {
    EQ,
    GT,
    GTE,
    LT,
    LTE,
    /** The text found contains the one sought, in either case; {@code %} and {@code *} stand for anything. */
    LIKE;

    static Optional<Operator> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Texts that are both numbers are ordered as numbers. */
    boolean holds(String found, String sought) {
        return this == LIKE ? Wildcard.matches(found, sought) : orders(compare(found, sought));
    }

    /** What is written as a second stands for all of it: equality and {@code lte} include its fractions. */
    boolean holds(Instant found, Search.Moment sought) {
        return switch (this) {
            case EQ -> !found.isBefore(sought.at()) && !found.isAfter(sought.end());
            case GT -> found.isAfter(sought.at());
            case GTE -> !found.isBefore(sought.at());
            case LT -> found.isBefore(sought.at());
            case LTE -> !found.isAfter(sought.end());
            case LIKE -> false;
        };
    }

    private boolean orders(int comparison) {
        return switch (this) {
            case EQ, LIKE -> comparison == 0;
            case GT -> comparison > 0;
            case GTE -> comparison >= 0;
            case LT -> comparison < 0;
            case LTE -> comparison <= 0;
        };
    }

    private int compare(String found, String sought) {
        if (this == EQ || !isNumber(found) || !isNumber(sought)) return found.compareTo(sought);
        return new BigDecimal(found).compareTo(new BigDecimal(sought));
    }

    private static boolean isNumber(String text) {
        return text.length() <= 40 && text.matches("-?\\d+(\\.\\d+)?");
    }
}
