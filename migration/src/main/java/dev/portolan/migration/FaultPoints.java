package dev.portolan.migration;

/**
 * Called at the places where a crash hurts most; a test's bean of this type kills, throws or waits there. Points are
 * {@code before:<step>}, {@code after:<step>} and those the steps name.
 */
@FunctionalInterface
public interface FaultPoints {
    /** What runs do where nobody tests. */
    FaultPoints NONE = (run, point) -> {};

    void at(Run run, String point);
}
