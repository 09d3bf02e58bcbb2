package dev.portolan.migration;

import java.time.Duration;

/**
 * Pauses between tries: each is twice the one before.
 *
 * @param tries after so many faults in a row it is given up
 */
public record Backoff(Duration first, Duration longest, int tries) {
    /** For what should have gone well. */
    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 12);

    /** For waiting for something that takes its time. */
    public static final Backoff PATIENT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), 20_000);

    /** For another side that does not answer: about a day, since nobody stands still meanwhile. */
    public static final Backoff UNREACHABLE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2_900);

    /** The longest pause where somebody stands still until the run goes on. */
    static final Duration PRESSING = Duration.ofSeconds(1);

    /** The pause after so many faults in a row, 1 for the first. */
    public Duration pause(int faults) {
        var pause = first.multipliedBy(1L << Math.min(Math.max(faults - 1, 0), 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
