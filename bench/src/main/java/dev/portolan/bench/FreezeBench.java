package dev.portolan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Transfers histories of different sizes in turns, while a client tries both sides. */
@Command(name = "freeze", description = "How long nobody can erase, by the size of the history.")
final class FreezeBench implements Callable<Integer> {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int LARGE = 1_000_000;
    /** After the point, of seconds. */
    private static final int DIGITS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--large", description = "also a history of 1,000,000 reports")
    private boolean large;

    @Option(names = "--most", description = "the largest history (${DEFAULT-VALUE})", defaultValue = "1000000")
    private int most;

    @Option(names = "--rounds", defaultValue = "3", description = "after one to warm up (${DEFAULT-VALUE})")
    private int rounds;

    private final Map<Integer, List<Double>> windows = new LinkedHashMap<>();

    @Override
    public Integer call() {
        var sizes = new ArrayList<>(SIZES);
        if (large) sizes.add(LARGE);
        sizes.removeIf(size -> size > most);
        try (var apps = new Apps()) {
            run(apps, sizes);
            System.out.println(JsonMapper.builder().build().writeValueAsString(result(apps)));
        }
        return 0;
    }

    private void run(Apps apps, List<Integer> sizes) {
        var cloud = apps.inCloud();
        var load = new CloudLoad(cloud);
        var partner = Firm.make(cloud, "partner", null);
        var original = Firm.make(cloud, "original", partner);
        long first = load.fill(original, Collections.max(sizes));
        apps.start();
        var orders = new Orders(apps.cloud(), cloud);
        orders.stageOne(partner, partner);
        for (int round = 0; round <= rounds; round++) {
            System.out.println(round == 0 ? "To warm up:" : "Round " + round + " of " + rounds + ":");
            for (int size : sizes) {
                var firm = Firm.make(cloud, "firm" + round + "of" + size, partner);
                load.copy(original, firm, size, first);
                cloud.execute("vacuum analyze report");
                orders.stageOne(partner, firm);
                firm.stock(cloud);
                double seconds = window(apps, orders, partner, firm, apps.inPortal());
                System.out.printf("  %,9d reports: %.3f s%n", size, seconds);
                if (round > 0)
                    windows.computeIfAbsent(size, any -> new ArrayList<>()).add(seconds);
            }
        }
    }

    private static double window(Apps apps, Orders orders, Firm partner, Firm firm, JdbcTemplate inPortal) {
        var cloud = ErasureSide.cloud(apps.cloudUrl(), firm);
        var portal = ErasureSide.portal(apps.portalUrl(), firm, inPortal);
        try (var outsider = new Outsider(cloud, portal)) {
            Await.until(outsider::worksInCloud, PATIENCE, () -> "nothing can be reserved in the Cloud");
            if (outsider.worksInPortal()) throw new IllegalStateException("the Portal works before the transfer");
            orders.stageTwo(partner, firm);
            Await.until(outsider::worksInPortal, PATIENCE, () -> "nothing can be reserved in the Portal");
            return outsider.windowSeconds();
        }
    }

    private LinkedHashMap<String, Object> result(Apps apps) {
        var medians = new LinkedHashMap<Integer, Double>();
        windows.forEach((size, all) -> medians.put(size, Figures.rounded(Figures.median(all), DIGITS)));
        var each = new LinkedHashMap<Integer, List<Double>>();
        windows.forEach((size, all) -> each.put(
                size,
                all.stream().map(window -> Figures.rounded(window, DIGITS)).toList()));
        double longest = Collections.max(medians.values());
        var result = new LinkedHashMap<String, Object>();
        result.put("bench", "freeze");
        result.put("seconds", medians);
        result.put("rounds", each);
        result.put("longest", longest);
        result.put("longest_to_shortest", Figures.rounded(longest / Collections.min(medians.values()), DIGITS));
        result.put("machine", Machine.describe(apps.superuser()));
        return result;
    }
}
