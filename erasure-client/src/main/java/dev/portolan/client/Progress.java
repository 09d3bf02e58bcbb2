package dev.portolan.client;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Says how far the work is: on a terminal in one line that is written over, otherwise as a line every few seconds.
 * The last state is always said.
 */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(100);

    private final PrintStream out;
    private final Texts texts;
    private final Clock clock;
    private final boolean terminal;
    private final int devices;
    private final Instant start;
    private Instant said;
    private int erased;
    private int sent;
    private int released;
    private int refused;
    private int width;

    Progress(Surroundings surroundings, Texts texts, int devices) {
        this.out = surroundings.out();
        this.texts = texts;
        this.clock = surroundings.clock();
        this.terminal = surroundings.terminal();
        this.devices = devices;
        this.start = clock.instant();
        this.said = start;
    }

    void erased() {
        erased++;
    }

    void sent() {
        sent++;
        sayIfDue();
    }

    void released() {
        released++;
    }

    void refused(Text why) {
        refused++;
        endLine();
        out.println(texts.say(why));
    }

    boolean anyRefused() {
        return refused > 0;
    }

    private void sayIfDue() {
        var now = clock.instant();
        if (Duration.between(said, now).compareTo(terminal ? BETWEEN_UPDATES : BETWEEN_LINES) < 0) return;
        said = now;
        say();
    }

    /** The last state, and whatever is left in the spool. */
    void end(int waiting) {
        say();
        endLine();
        if (released > 0) out.println(texts.say(Text.of("progress.released", released)));
        if (waiting > 0) out.println(texts.say(Text.of("progress.waiting", waiting)));
    }

    private void say() {
        var line = texts.say(Text.of("progress", erased, devices, sent, perSecond()));
        if (!terminal) {
            out.println(line);
            return;
        }
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }

    private double perSecond() {
        var seconds = Math.max(0.001, Duration.between(start, clock.instant()).toNanos() / 1e9);
        return sent / seconds;
    }

    private void endLine() {
        if (!terminal || width == 0) return;
        out.println();
        width = 0;
    }
}
