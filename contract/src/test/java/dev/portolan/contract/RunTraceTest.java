package dev.portolan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunTraceTest {
    private static final UUID RUN = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    @Test
    void comes_back_as_it_was_sent() {
        var trace = new RunTrace(RUN, 3);
        assertThat(RunTrace.of(trace.toString())).contains(trace);
    }

    @Test
    void all_messages_of_a_run_are_one_trace() {
        assertThat(new RunTrace(RUN, 3).traceParent())
                .isEqualTo("00-0198c0de000070008000000000000001-0000000000000003-01");
    }

    @Test
    void nothing_else_is_taken_into_a_log() {
        assertThat(RunTrace.of(null)).isEmpty();
        assertThat(RunTrace.of(RUN + "/3\nlogin ok")).isEmpty();
        assertThat(RunTrace.of("x/3")).isEmpty();
    }
}
