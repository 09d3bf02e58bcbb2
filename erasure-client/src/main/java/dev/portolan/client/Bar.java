package dev.portolan.client;

import java.time.Duration;

/** How far work is, drawn in one line of a terminal. */
final class Bar {
    private static final int WIDTH = 24;
    private static final double ENOUGH_TO_GUESS = 0.01;

    private Bar() {}

    /** @param done of 1 */
    static String of(double done) {
        var full = (int) Math.round(Math.clamp(done, 0, 1) * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full)
                + "] %3d %%".formatted((int) (100 * Math.min(1, done)));
    }

    /** Minutes and seconds, or hours too; a question mark where it is too soon to tell. */
    static String left(double done, Duration passed) {
        if (done < ENOUGH_TO_GUESS) return "?";
        var left = Duration.ofMillis((long) (passed.toMillis() * (1 - done) / done));
        return left.toHours() > 0
                ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }
}
