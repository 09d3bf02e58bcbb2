package dev.portolan.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final UUID RUN = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final RunSpan SPAN = new RunSpan(RUN, "plan", Instant.EPOCH);

    @Test
    void without_a_collector_the_work_is_done_and_no_span_is_made() {
        var done = new ArrayList<String>();
        try (var traces = Traces.to(" ", "cloud");
                var within = traces.within(SPAN, 3)) {
            traces.step(
                    "one",
                    failed -> null,
                    () -> done.add(Span.current().getSpanContext().isValid() + ""));
            assertThat(traces.sending("OPEN", OptionalInt.empty())).isSameAs(MessageSpan.NONE);
            assertThat(traces.taking("OPEN", RUN, 3, name -> null)).isSameAs(MessageSpan.NONE);
            traces.ended(SPAN, "DONE");
        }
        assertThat(done).containsExactly("false");
    }

    @Test
    void a_message_names_its_span_below_the_trace_that_has_the_runs_id() {
        var headers = new HashMap<String, String>();
        try (var traces = Traces.to("http://127.0.0.1:1/v1/traces", "cloud");
                var within = traces.within(SPAN, 3);
                var message = traces.sending("OPEN", OptionalInt.empty())) {
            message.tell(headers::put);
        }
        assertThat(headers).containsOnlyKeys("traceparent");
        assertThat(headers.get("traceparent")).matches("00-0198c0de000070008000000000000001-[0-9a-f]{16}-01");
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void two_orders_of_a_run_have_spans_of_their_own() {
        var again = new RunSpan(RUN, "plan", Instant.EPOCH.plusMillis(1));
        assertThat(again.context().getTraceId()).isEqualTo(SPAN.context().getTraceId());
        assertThat(again.context().getSpanId()).isNotEqualTo(SPAN.context().getSpanId());
    }

    @Test
    void an_endpoint_that_is_no_address_is_refused_at_once() {
        assertThatThrownBy(() -> Traces.to("collector", "cloud")).isInstanceOf(IllegalArgumentException.class);
    }
}
