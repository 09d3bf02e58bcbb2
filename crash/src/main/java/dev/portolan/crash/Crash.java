package dev.portolan.crash;

import dev.portolan.crash.Result.Verdict;
import dev.portolan.crash.promise.Sight;
import dev.portolan.demo.DemoOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code ./portolan crash}. */
@Command(
        name = "./portolan crash",
        description =
                "Breaks processes, databases and connections in the middle of transfers, and checks the promises.")
public final class Crash implements Callable<Integer> {

    @Option(names = "--short", description = "The cases that tell most; about five minutes.")
    private boolean quick;

    @Option(names = "--seed", description = "Draws the long form's cases; the same seed draws the same ones.")
    private long seed = 1;

    @Option(names = "--count", description = "How many cases the long form has.")
    private int count = 100;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only the cases whose line this pattern finds.")
    private @Nullable String only;

    @Option(names = "--help", usageHelp = true, description = "Show this.")
    private boolean help;

    private Crash() {}

    public static void main(String[] arguments) {
        var code = new CommandLine(new Crash())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof CrashFailure)) failure.printStackTrace();
                    System.err.println("portolan: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException {
        var home = DemoOptions.findHome();
        var started = Instant.now();
        List<Result> results;
        String postgres;
        try (var plant = Plant.start(home, home.resolve(".portolan").resolve("crash"));
                var sight = Sight.of(
                        plant.cloudServer().database(), plant.portalServer().database())) {
            postgres = sight.cloud().text("show server_version");
            results = new Campaign(plant, sight).run(cases(plant), result -> System.out.println(result.line()));
        }
        if (!quick && only == null)
            new TableFile(home.resolve("docs").resolve("crash.md")).write(results, seed, started, postgres);
        long failed = count(results, Verdict.FAILED);
        long skipped = count(results, Verdict.NOT_POSSIBLE);
        if (skipped > 0) System.out.println(skipped + " not possible on this machine, and not passed");
        System.out.println(count(results, Verdict.PASSED) + " passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }

    private List<Case> cases(Plant plant) {
        var all = quick ? ShortList.cases() : new LongList(seed, plant.plans()).cases(count);
        var pattern = only == null ? null : Pattern.compile(only);
        return pattern == null
                ? all
                : all.stream().filter(one -> pattern.matcher(one.text()).find()).toList();
    }

    static long count(List<Result> results, Verdict verdict) {
        return results.stream().filter(one -> one.verdict() == verdict).count();
    }
}
