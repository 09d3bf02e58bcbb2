package dev.portolan.bench;

import dev.portolan.demo.DemoOptions;
import dev.portolan.demo.DemoSystem;
import dev.portolan.demo.Directories;
import dev.portolan.demo.NamedSet;
import dev.portolan.demo.Ports;
import dev.portolan.demo.Progress;
import dev.portolan.demo.StartMode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the whole system with its data again and again: as the demo does it (extracted jars with a cache of classes)
 * and as {@code java -jar} would. A start ends when the database is up and both apps are healthy.
 */
@Command(name = "start", description = "A second start of the demo, beside one from the fat jars.")
final class StartBench implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Option(names = "--rounds", defaultValue = "3", description = "after one to warm up (${DEFAULT-VALUE})")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        var home = DemoOptions.findHome();
        var state = Files.createTempDirectory(Files.createDirectories(home.resolve(".portolan")), "bench-start");
        try {
            var options =
                    DemoOptions.usual(home, new NamedSet()).withState(state).withPorts(Ports.free());
            System.out.println("The first start loads the data set.");
            DemoSystem.start(options.withFresh(true), Progress.SILENT).close();
            System.out.println(JsonMapper.builder().build().writeValueAsString(result(measure(options))));
        } finally {
            Directories.delete(state);
        }
        return 0;
    }

    private Map<StartMode, List<Double>> measure(DemoOptions options) {
        var seconds = new EnumMap<StartMode, List<Double>>(StartMode.class);
        for (int round = 0; round <= rounds; round++)
            for (var mode : List.of(StartMode.PLAIN, StartMode.CACHED)) {
                double taken = start(options.withMode(mode));
                System.out.printf("  %-8s %.2f s%s%n", mode, taken, round == 0 ? " (to warm up)" : "");
                if (round > 0)
                    seconds.computeIfAbsent(mode, any -> new ArrayList<>()).add(taken);
            }
        return seconds;
    }

    private static double start(DemoOptions options) {
        long begin = System.nanoTime();
        try (var system = DemoSystem.start(options, Progress.SILENT)) {
            return system.users().isEmpty() ? Double.NaN : (System.nanoTime() - begin) / NANOS;
        }
    }

    private static Map<String, Object> result(Map<StartMode, List<Double>> seconds) {
        double plain = median(seconds, StartMode.PLAIN);
        double cached = median(seconds, StartMode.CACHED);
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", "start");
        result.put("seconds", Map.of("plain", Figures.rounded(plain, 2), "cached", Figures.rounded(cached, 2)));
        result.put("cached_to_plain", Figures.rounded(cached / plain, 2));
        return result;
    }

    private static double median(Map<StartMode, List<Double>> seconds, StartMode mode) {
        return Figures.median(seconds.getOrDefault(mode, List.of(Double.NaN)));
    }
}
