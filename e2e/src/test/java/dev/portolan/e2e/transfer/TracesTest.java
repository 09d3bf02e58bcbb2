package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.e2e.transfer.Collector.Seen;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator's collector gets to see of a transfer. */
class TracesTest extends TransferCase {
    private static final Set<String> SAID = Set.of(
            "portolan.run",
            "portolan.epoch",
            "portolan.plan",
            "portolan.step",
            "portolan.state",
            "portolan.message",
            "portolan.batch",
            "http.response.status_code",
            "error.type");

    private static Collector collector;

    @BeforeAll
    static void collector(Pair pair) {
        collector = pair.collector;
    }

    @Test
    void one_trace_shows_a_transfer_through_both_apps() {
        var customer = customer("traced");
        customer.reports(40, 20);
        var run = new AtomicReference<UUID>();
        points.once("before:activate", at -> run.set(at.id()));
        transfer(customer, "MIGRATION_COMPLETED");
        var trace = whole(run.get());

        var root = one(trace, "run stage-two");
        assertThat(root.parent()).isEmpty();
        assertThat(root.attributes())
                .containsEntry("portolan.state", "DONE")
                .containsEntry("portolan.run", run.toString());
        var byId = trace.stream().collect(Collectors.toMap(Seen::id, Function.identity()));
        var activate = one(trace, "step activate");
        assertThat(activate.parent()).isEqualTo(root.id());
        var sent = one(trace, "send ACTIVATE");
        assertThat(sent.parent()).isEqualTo(activate.id());
        assertThat(sent.attributes()).containsEntry("portolan.step", "activate");
        var taken = one(trace, "take ACTIVATE");
        assertThat(taken.parent()).isEqualTo(sent.id());
        assertThat(taken.attributes()).containsEntry("http.response.status_code", "200");
        assertThat(List.of(root.app(), sent.app(), taken.app())).containsExactly("cloud", "cloud", "portal");
        assertThat(trace)
                .filteredOn(span -> span.name().endsWith("SEND_REPORTS"))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.attributes()).containsKeys("portolan.batch", "portolan.epoch"));
        assertThat(trace).filteredOn(span -> span != root).allSatisfy(span -> {
            assertThat(byId).containsKey(span.parent());
            assertThat(span.attributes()).containsEntry("portolan.run", run.toString());
        });
        assertThat(trace).allSatisfy(span -> {
            assertThat(span.failed()).isFalse();
            assertThat(span.from()).isBetween(root.from(), span.to());
            assertThat(SAID).containsAll(span.attributes().keySet());
            assertThat(span.attributes().values()).noneMatch(value -> value.contains("@") || value.contains("traced"));
        });
    }

    @Test
    void a_message_that_is_lost_and_the_step_that_fails_with_it_say_so() {
        var customer = customer("untraceable");
        var run = new AtomicReference<UUID>();
        points.once("before:activate", at -> {
            run.set(at.id());
            wire.swallowNextAnswer();
        });
        transfer(customer, "MIGRATION_COMPLETED");
        var trace = whole(run.get());

        assertThat(trace)
                .filteredOn(span -> span.name().equals("send ACTIVATE") && span.failed())
                .singleElement()
                .satisfies(span -> assertThat(span.attributes()).containsEntry("error.type", "unreachable"));
        assertThat(trace)
                .filteredOn(span -> span.name().equals("step activate") && span.failed())
                .singleElement()
                .satisfies(span -> assertThat(span.attributes()).containsEntry("error.type", "outcome_unknown"));
        assertThat(trace)
                .filteredOn(span -> span.name().equals("run stage-two"))
                .hasSize(1);
    }

    /** The run's span is made last in the Cloud; each message that was answered has its span in the Portal, too. */
    private static List<Seen> whole(UUID run) {
        BothApps.await("the run's span and the Portal's", () -> {
            var spans = collector.of(run);
            return spans.stream().anyMatch(span -> span.name().startsWith("run "))
                    && spans.stream()
                            .filter(span -> span.name().startsWith("send ") && !span.failed())
                            .allMatch(sent -> spans.stream()
                                    .anyMatch(taken -> taken.parent().equals(sent.id())));
        });
        return collector.of(run);
    }

    private static Seen one(List<Seen> trace, String name) {
        assertThat(trace).filteredOn(span -> span.name().equals(name)).hasSize(1);
        return trace.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
