package dev.portolan.demo.data;

import dev.portolan.report.template.ReportOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What a company has erased, when, and by whom. */
final class ErasurePlan {
    private static final int REPORTS_A_CLIENT = 250;
    private static final int MOST_CLIENTS = 6;
    private static final List<String> TOWNS = List.of("München", "Köln", "Düsseldorf", "Lüneburg", "Zürich", "Görlitz");
    private static final List<String> CHECKERS = List.of("J. Groß", "A. Özdemir", "M. Köhler", "");
    private static final List<String> SITES = List.of("London", "Bristol", "Leeds", "Cardiff", "Newcastle upon Tyne");

    private ErasurePlan() {}

    /** All of them, oldest first. */
    static List<PlannedErasure> of(Firm firm, Calendar calendar) {
        var arrivals = calendar.arrivals(firm.reports(), DemoIds.random("arrivals", firm.key()));
        var erasures = new ArrayList<PlannedErasure>(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++) erasures.add(erasure(firm, i, arrivals.get(i)));
        return erasures;
    }

    static int clients(Firm firm) {
        return firm.reports() == 0 ? 0 : Math.min(MOST_CLIENTS, 1 + firm.reports() / REPORTS_A_CLIENT);
    }

    static UUID clientId(Firm firm, int client) {
        return DemoIds.named("client", firm.key(), Integer.toString(client));
    }

    private static PlannedErasure erasure(Firm firm, int number, Instant receivedAt) {
        var random = DemoIds.random("erasure", firm.key(), Integer.toString(number));
        var erasers = firm.erasers();
        var worker = erasers.get(random.nextInt(erasers.size()));
        var erasedAt = receivedAt.minus(Duration.ofSeconds(20 + random.nextInt(100)));
        var document = DemoIds.named("document", firm.key(), Integer.toString(number));
        var order = ReportOrder.draw(random, erasedAt)
                .withId(document)
                .by(firm.name(), worker.name())
                .withFields(firm.isGerman() ? german(random) : english(random));
        var client = random.nextInt(clients(firm));
        return new PlannedErasure(firm, number, order, Products.of(order.device()), worker, client, receivedAt);
    }

    private static Map<String, String> english(RandomGenerator random) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Asset ID", "A-" + random.nextInt(100_000, 1_000_000));
        fields.put("Lot Number", "L" + random.nextInt(10_000, 100_000));
        fields.put("Collected from", of(SITES, random));
        fields.put("Comments", random.nextInt(6) == 0 ? "Screen cracked, keyboard worn" : "");
        return fields;
    }

    private static Map<String, String> german(RandomGenerator random) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Asset Tag", "DE-" + random.nextInt(100_000, 1_000_000));
        fields.put("Standort", of(TOWNS, random));
        fields.put("Kostenstelle", Integer.toString(random.nextInt(4000, 5000)));
        fields.put("Geprüft von", of(CHECKERS, random));
        fields.put("Rückläufer-Nr.", random.nextInt(4) == 0 ? "RÜ-" + random.nextInt(100, 1000) : "");
        return fields;
    }

    private static String of(List<String> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
