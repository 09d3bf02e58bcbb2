package dev.portolan.client;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** On a terminal one line that is written over, otherwise a line every few seconds. */
final class StatusLine {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(100);

    private final PrintStream out;
    private final Clock clock;
    private final boolean terminal;
    private final Instant start;
    private Instant said;
    private int width;

    StatusLine(Surroundings surroundings) {
        this.out = surroundings.out();
        this.clock = surroundings.clock();
        this.terminal = surroundings.terminal();
        this.start = clock.instant();
        this.said = start;
    }

    Duration passed() {
        return Duration.between(start, clock.instant());
    }

    void sayIfDue(double done, Supplier<String> line) {
        var now = clock.instant();
        if (Duration.between(said, now).compareTo(terminal ? BETWEEN_UPDATES : BETWEEN_LINES) < 0) return;
        said = now;
        say(done, line.get());
    }

    void say(double done, String line) {
        if (!terminal) {
            out.println(line);
            return;
        }
        var drawn = Bar.of(done) + "  " + line;
        out.print("\r" + drawn + " ".repeat(Math.max(0, width - drawn.length())));
        out.flush();
        width = drawn.length();
    }

    /** A line that stays. */
    void note(String line) {
        end();
        out.println(line);
    }

    void end() {
        if (!terminal || width == 0) return;
        out.println();
        width = 0;
    }
}
