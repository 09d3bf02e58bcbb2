package dev.portolan.bench;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Moves the same reports in different ways, in turns, on one server. */
@Command(name = "transfer", description = "Reports a second, beside what a user would pick instead.")
final class TransferBench implements Callable<Integer> {
    static final String ENGINE = "engine";
    static final String PROVED = "engine_proved";
    static final String COPY_TEXT = "copy_text";
    static final String COPY_SAME = "copy_same";
    static final String SPRING_BATCH = "spring_batch";

    @Option(names = "--reports", defaultValue = "100000", description = "how many (${DEFAULT-VALUE})")
    private int reports;

    @Option(names = "--rounds", defaultValue = "3", description = "warm rounds after the cold one (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--only", description = "only this variant, to profile it")
    private String only = "";

    @Override
    public Integer call() {
        try (var apps = new Apps()) {
            System.out.printf("Making %,d reports of 29 templates.%n", reports);
            var lanes = new TransferLanes(apps, reports);
            var figures = new Figures();
            for (int round = 0; round <= rounds; round++) {
                System.out.println(round == 0 ? "Cold:" : "Round " + round + " of " + rounds + ":");
                lanes.run(figures, only);
            }
            System.out.println(JsonMapper.builder().build().writeValueAsString(result(apps, lanes, figures)));
        }
        return 0;
    }

    private LinkedHashMap<String, Object> result(Apps apps, TransferLanes lanes, Figures figures) {
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", "transfer");
        result.put("reports", reports);
        result.put("rounds", rounds);
        result.putAll(figures.medians());
        result.put("engine_to_copy_text", figures.ratio(ENGINE, COPY_TEXT));
        result.put("engine_to_spring_batch", figures.ratio(ENGINE, SPRING_BATCH));
        result.put("engine_to_copy_same", figures.ratio(ENGINE, COPY_SAME));
        result.put("engine_proved_to_copy_text", figures.ratio(PROVED, COPY_TEXT));
        result.put("cold", figures.cold());
        result.put("warm", figures.warm());
        result.put("cpu_seconds", figures.cpuSeconds());
        result.put("wal_bytes", figures.walBytes());
        result.put("disk_bytes", figures.diskBytes());
        result.put("toast_bytes", lanes.toastBytes());
        result.put("original_bytes", lanes.originalBytes());
        result.put("machine", Machine.describe(apps.superuser()));
        return result;
    }
}
