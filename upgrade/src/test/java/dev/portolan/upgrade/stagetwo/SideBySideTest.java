package dev.portolan.upgrade.stagetwo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.migration.Run;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SideBySideTest {

    @Test
    void everyBatchIsWorkedOnUnderTheTraceOfItsRun() {
        Queue<String> traces = new ConcurrentLinkedQueue<>();
        try (var trace = MDC.putCloseable(Run.TRACE, "run/1")) {
            new SideBySide(3).each(List.of(1, 2, 3, 4, 5), batch -> traces.add(batch + " of " + MDC.get(Run.TRACE)));
        }
        assertThat(traces)
                .containsExactlyInAnyOrder("1 of run/1", "2 of run/1", "3 of run/1", "4 of run/1", "5 of run/1");
    }
}
