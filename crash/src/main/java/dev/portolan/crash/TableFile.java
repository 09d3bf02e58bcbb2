package dev.portolan.crash;

import dev.portolan.crash.Result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that the long form leaves in {@code docs/}. */
record TableFile(Path file) {

    void write(List<Result> results, long seed, Instant started, String postgres) throws IOException {
        var lines = new ArrayList<>(head(results, seed, started, postgres));
        for (var one : results) lines.add(row(one));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static List<String> head(List<Result> results, long seed, Instant started, String postgres) {
        return List.of(
                "# What was broken, and what became of it: the last long run",
                "",
                "Written by `./portolan crash --seed " + seed + " --count " + results.size() + "` on "
                        + started.truncatedTo(ChronoUnit.SECONDS) + ".",
                "Machine: " + Runtime.getRuntime().availableProcessors() + " cores, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                        + Runtime.version() + ", PostgreSQL " + postgres + ".",
                "",
                "How it is run and read: [docs/operations/crash.md](operations/crash.md).",
                "",
                "**" + Crash.count(results, Verdict.PASSED) + " passed, " + Crash.count(results, Verdict.FAILED)
                        + " failed, " + Crash.count(results, Verdict.NOT_POSSIBLE) + " not possible on this machine.**",
                "",
                "| | plan | fault | where | recovered (s) | frozen (s) | end | verdict |",
                "|---:|---|---|---|---:|---:|---|---|");
    }

    private static String row(Result one) {
        var why = one.broken().stream()
                .filter(text -> !text.startsWith("evidence in "))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %s | %.1f | %.1f | %s | %s |",
                one.number(),
                one.what().plan(),
                one.what().fault().text(),
                one.what().where(),
                Result.seconds(one.recovered()),
                Result.seconds(one.frozen()),
                one.end(),
                one.verdict().text() + (why.isEmpty() ? "" : ": " + String.join("; ", why)));
    }
}
