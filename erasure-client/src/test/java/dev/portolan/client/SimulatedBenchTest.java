package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.ReportKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedBenchTest {

    private final SimulatedBench bench = new SimulatedBench(
            Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC), new SplittableRandom(7), "bench-3");

    @Test
    void everyReportSaysThatItIsSimulated() {
        for (int i = 0; i < 20; i++) {
            var report = new String(bench.erase("Mobile Device Eraser - Erasure"), StandardCharsets.UTF_8);
            assertThat(report).contains("name=\"simulated\"", "Simulated erasure", "bench-3");
        }
    }

    @Test
    void theProductDecidesWhatIsErasedAndNoIdComesTwice() {
        var expected = Map.of(
                "Drive Eraser - PC Edition", ReportKind.COMPUTER,
                "Drive Eraser - Server Edition", ReportKind.COMPUTER,
                "Mobile Device Eraser - Erasure", ReportKind.MOBILE,
                "Removable Media Eraser", ReportKind.FLASH);
        var ids = new HashSet<>();
        for (var product : List.copyOf(expected.keySet())) {
            var index = ReportIndex.of(ReportDocument.parse(bench.erase(product)));
            assertThat(index.kind()).as(product).isEqualTo(expected.get(product));
            assertThat(index.simulated()).isTrue();
            assertThat(ids.add(index.documentId())).isTrue();
        }
    }
}
