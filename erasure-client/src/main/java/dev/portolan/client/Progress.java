package dev.portolan.client;

/** Says how far the devices and their reports are. The last state is always said. */
final class Progress {

    private final Texts texts;
    private final StatusLine line;
    private final int devices;
    private int erased;
    private int sent;
    private int uncovered;
    private int released;
    private int refused;

    Progress(Surroundings surroundings, Texts texts, int devices) {
        this.texts = texts;
        this.line = new StatusLine(surroundings);
        this.devices = devices;
    }

    void erased() {
        erased++;
    }

    void sent(boolean covered) {
        sent++;
        if (!covered) uncovered++;
        line.sayIfDue(done(), this::state);
    }

    void released() {
        released++;
    }

    void refused(Text why) {
        refused++;
        line.note(texts.say(why));
    }

    boolean anyRefused() {
        return refused > 0;
    }

    /** The last state, and whatever is left in the spool. */
    void end(int waiting) {
        line.say(done(), state());
        endOfSending(waiting);
    }

    /** Only what there is to say beside the devices. */
    void endOfSending(int waiting) {
        line.end();
        if (released > 0) line.note(texts.say(Text.of("progress.released", released)));
        if (uncovered > 0) line.note(texts.say(Text.of("progress.uncovered", uncovered)));
        if (waiting > 0) line.note(texts.say(Text.of("progress.waiting", waiting)));
    }

    int sent() {
        return sent;
    }

    private double done() {
        return devices == 0 ? 1 : (double) erased / devices;
    }

    private String state() {
        var passed = line.passed();
        var perSecond = sent / Math.max(0.001, passed.toNanos() / 1e9);
        return texts.say(Text.of("progress", erased, devices, sent, perSecond, Bar.left(done(), passed)));
    }
}
