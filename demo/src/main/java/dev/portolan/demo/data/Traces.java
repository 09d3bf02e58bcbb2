package dev.portolan.demo.data;

import dev.portolan.demo.data.TraceStore.Act;
import dev.portolan.demo.data.TraceStore.Call;
import dev.portolan.demo.data.TraceStore.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a company's clients, programs and users have left behind. */
record Traces(Firm firm, Calendar calendar) {
    private static final List<String> FORMATS = List.of("xml", "xml", "xml", "csv", "pdf");
    private static final int CALLS = 60;
    private static final int DAYS_BETWEEN_CALLS = 4;
    private static final int CALLS_WITHOUT_MATCH = 9;

    List<Client> clients(List<PlannedErasure> erasures) {
        return IntStream.range(0, ErasurePlan.clients(firm))
                .mapToObj(number -> client(number, lastOf(number, erasures)))
                .toList();
    }

    /** Calls of the legacy API, every few days up to yesterday. */
    List<Call> calls() {
        if (!firm.is(Trait.LEGACY_API)) return List.of();
        var caller = firm.userId(caller());
        return IntStream.range(0, CALLS)
                .mapToObj(number -> call(number, caller))
                .toList();
    }

    List<Act> acts(List<Grant> grants) {
        var acts = new ArrayList<Act>();
        for (var worker : firm.people()) {
            var joined =
                    calendar.monthsAgo(14).plus(Duration.ofDays(worker.name().length()));
            acts.add(act(acts.size(), joined, firm.userId(worker), "PASSWORD_CHANGED", firm.userId(worker)));
            if (worker.disabled())
                acts.add(act(
                        acts.size(), calendar.monthsAgo(7), firm.responsible(), "USER_DISABLED", firm.userId(worker)));
        }
        for (var grant : grants) {
            if (firm.equals(grant.giver()))
                acts.add(act(
                        acts.size(),
                        grant.at(),
                        firm.responsible(),
                        "LICENCES_GIVEN",
                        grant.taker().id()));
        }
        if (firm.kind().equals("VENDOR")) {
            for (var other : Cast.firms()) {
                if (other.is(Trait.ENTITLED))
                    acts.add(act(acts.size(), entitledAt(), firm.responsible(), "COMPANY_ENTITLED", other.id()));
            }
        }
        return acts;
    }

    private Instant entitledAt() {
        return new FirmRows(firm, calendar).entitledAt();
    }

    private Client client(int number, @Nullable PlannedErasure last) {
        var worker = last == null ? firm.erasers().getFirst() : last.worker();
        var seen = last == null ? calendar.monthsAgo(1) : last.receivedAt();
        return new Client(
                firm.id(),
                ErasurePlan.clientId(firm, number),
                "%s-%02d".formatted(firm.isGerman() ? "PLATZ" : "BENCH", number + 1),
                version(number),
                firm.userId(worker),
                seen);
    }

    private String version(int number) {
        if (firm.is(Trait.OLD_CLIENTS) && number == 0) return "4.8.2";
        return number % 2 == 0 ? "7.14.0" : "7.11.1";
    }

    private static @Nullable PlannedErasure lastOf(int client, List<PlannedErasure> erasures) {
        return erasures.reversed().stream()
                .filter(erasure -> erasure.client() == client)
                .findFirst()
                .orElse(null);
    }

    private Worker caller() {
        return firm.people().stream()
                .filter(worker ->
                        worker.name().contains("Interface") || worker.name().contains("Schnittstelle"))
                .findFirst()
                .orElseGet(() -> firm.erasers().getFirst());
    }

    private Call call(int number, UUID caller) {
        var at = calendar.daysAgo(1 + number * DAYS_BETWEEN_CALLS).minus(Duration.ofMinutes(number * 7L));
        return new Call(
                firm.id(),
                DemoIds.at(at, "call", firm.key(), Integer.toString(number)),
                at,
                caller,
                "POST",
                "/rest-service/report/export/" + FORMATS.get(number % FORMATS.size()),
                number % CALLS_WITHOUT_MATCH == 8 ? 404 : 200);
    }

    private Act act(int number, Instant at, UUID actor, String act, @Nullable UUID subject) {
        return new Act(
                firm.id(),
                DemoIds.at(at, "act", firm.key(), Integer.toString(number)),
                at,
                actor,
                act,
                subject,
                "192.0.2." + (1 + Math.floorMod(actor.hashCode(), 250)));
    }
}
