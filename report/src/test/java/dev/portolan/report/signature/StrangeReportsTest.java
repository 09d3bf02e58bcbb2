package dev.portolan.report.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Samples;
import dev.portolan.report.UnreadableReport;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is sent, the answer is a report or a typed refusal, never another exception. */
class StrangeReportsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Property(tries = 1500)
    void bytesThatChangedOnTheWayAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] report = (random.nextBoolean() ? Samples.SUCCESSFUL : Samples.FAILED).clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? report.length : 600);
            report[at] = random.nextBoolean() ? (byte) random.nextInt(256) : report[random.nextInt(report.length)];
        }
        readOrRefuse(report);
    }

    @Property(tries = 1500)
    void partsThatMovedAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String[] lines = Samples.text(Samples.SUCCESSFUL).split("(?<=>)");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        for (int i = 0; i < lines.length; i++) {
            String line = i == at ? (random.nextBoolean() ? "" : lines[other]) : lines[i];
            out.writeBytes(Samples.bytes(line));
        }
        readOrRefuse(out.toByteArray());
    }

    private static void readOrRefuse(byte[] report) {
        try {
            ReportIndex index = ReportIndex.of(ReportDocument.parse(report));
            assertThat(index.documentId()).isNotNull();
            assertThat(new SignatureCheck(Keys.BOTH).check(report).overall())
                    .isNotInstanceOf(SignatureState.Verified.class);
            byte[] exported = Keys.environment().receive(report, NOW).export(report);
            assertThat(ReportDocument.parse(exported).id()).isEqualTo(index.documentId());
        } catch (UnreadableReport refused) {
            assertThat(refused.code()).startsWith("report_");
        }
    }
}
