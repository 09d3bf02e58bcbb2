package dev.portolan.client;

import dev.portolan.client.file.Finding;
import dev.portolan.client.file.Watcher;
import java.util.List;

/** Says how far the overwriting and reading back is, in bytes and time left, and what became of each file. */
final class FileProgress implements Watcher {

    /** Where nobody looks on. */
    static final Watcher NOBODY = new Watcher() {
        @Override
        public void wrote(int pass, long bytes) {}

        @Override
        public void verified(long bytes) {}
    };

    private static final double MEGABYTE = 1e6;

    private final Texts texts;
    private final StatusLine line;
    private final int passes;
    private final double total;
    private long moved;
    private String file = "";

    FileProgress(Surroundings surroundings, Texts texts, List<Finding> files, int passes) {
        this.texts = texts;
        this.line = new StatusLine(surroundings);
        this.passes = passes;
        this.total = files.stream().mapToLong(Finding::size).sum() * (passes + 1.0);
    }

    void begins(Finding next) {
        file = next.file().toString();
    }

    @Override
    public void wrote(int pass, long bytes) {
        moved += bytes;
        line.sayIfDue(done(), () -> state(Text.of("progress.pass", pass, passes)));
    }

    @Override
    public void verified(long bytes) {
        moved += bytes;
        line.sayIfDue(done(), () -> state(Text.of("progress.verifying")));
    }

    void ended(Finding ended, FileResult result) {
        line.end();
        line.note(texts.say(outcome(ended, result)));
        if (result.overwritten()) {
            for (var limit : ended.limits().stream().sorted().toList()) because("limit." + limit);
            result.readBack().ifPresent(manner -> because("verification." + manner));
        }
        result.trouble().ifPresent(why -> because("trouble." + why));
    }

    private void because(String key) {
        line.note("    " + texts.plain(key));
    }

    private static Text outcome(Finding ended, FileResult result) {
        if (!result.overwritten()) return Text.of("file.NOT_ERASED", ended.file());
        return Text.of(
                FileReport.withExceptions(ended, result) ? "file.ERASED_WITH_EXCEPTIONS" : "file.ERASED", ended.file());
    }

    private double done() {
        return total == 0 ? 1 : moved / total;
    }

    private String state(Text step) {
        var passed = line.passed();
        var perSecond = moved / MEGABYTE / Math.max(0.001, passed.toNanos() / 1e9);
        return texts.say(Text.of("progress.file", perSecond, Bar.left(done(), passed), texts.say(step), file));
    }
}
