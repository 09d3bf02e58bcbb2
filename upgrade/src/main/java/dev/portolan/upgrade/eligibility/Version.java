package dev.portolan.upgrade.eligibility;

import java.util.Arrays;
import java.util.Comparator;

/** A dotted version, compared number by number; what is no number counts as 0. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    static Version of(String text) {
        var numbers = Arrays.stream(text.strip().split("\\.", -1))
                .mapToInt(Version::number)
                .toArray();
        return new Version(part(numbers, 0), part(numbers, 1), part(numbers, 2));
    }

    private static int part(int[] numbers, int index) {
        return index < numbers.length ? numbers[index] : 0;
    }

    private static int number(String part) {
        return part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
