package dev.portolan.upgrade.stagetwo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.contract.ProofAnswer;
import dev.portolan.contract.ProofRoot;
import dev.portolan.contract.ProvedReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportComparisonTest {
    private static final ProvedReport ONE = report(1, 1, 1, 1);
    private static final ProvedReport TWO = report(2, 2, 2, 2);

    @Test
    void equalReportsHaveTheSameRootInWhateverOrder() {
        var comparison = ReportComparison.of(List.of(ONE, TWO), answer(TWO, ONE));
        assertThat(comparison.differences().isEmpty()).isTrue();
        assertThat(ProofRoot.of(comparison.compared())).isEqualTo(ProofRoot.of(List.of(TWO, ONE)));
    }

    @Test
    void aReportThatStoodThereBeforeIsComparedByItsBytesAlone() {
        var received = report(2, 2, 9, 9).bytesOnly();
        var comparison = ReportComparison.of(List.of(ONE, TWO), answer(ONE, received));
        assertThat(comparison.differences().isEmpty()).isTrue();
        assertThat(ProofRoot.of(comparison.compared())).isEqualTo(ProofRoot.of(List.of(ONE, received)));
        differs("report_bytes", ONE, report(2, 9, 2, 2).bytesOnly());
    }

    @Test
    void eachDifferenceHasItsOwnCode() {
        differs("report_bytes", ONE, report(2, 9, 2, 2));
        differs("report_entry", ONE, report(2, 2, 9, 2));
        differs("report_columns", ONE, report(2, 2, 2, 9));
        differs("report_damaged", ONE, ProvedReport.damaged(TWO.document(), Instant.EPOCH));
        differs("report_missing", ONE);
        differs("report_doubled", ONE, TWO, TWO);
        differs("report_not_asked", ONE, TWO, report(3, 3, 3, 3));
    }

    @Test
    void aCopyUnderAnotherTenantIsADifferenceAndAPortalThatCannotTellIsBelieved() {
        var copy = List.of(TWO.document());
        assertThat(ReportComparison.of(List.of(TWO), new ProofAnswer(List.of(TWO), 1, 0, 1, copy))
                        .differences()
                        .arguments())
                .containsExactly("report_elsewhere " + TWO.document());
        assertThat(ReportComparison.of(List.of(TWO), new ProofAnswer(List.of(TWO), 1, 0, 1, null))
                        .differences()
                        .isEmpty())
                .isTrue();
    }

    private static void differs(String code, ProvedReport... there) {
        var found = ReportComparison.of(List.of(ONE, TWO), answer(there)).differences();
        assertThat(found.arguments()).hasSize(1);
        assertThat(found.arguments()[0]).startsWith(code + " 00000000-0000-0000-0000-00000000000");
    }

    private static ProofAnswer answer(ProvedReport... reports) {
        return new ProofAnswer(List.of(reports), reports.length, 0, reports.length, List.of());
    }

    private static ProvedReport report(int id, int bytes, int entry, int columns) {
        return new ProvedReport(new UUID(0, id), digest(bytes), digest(entry), Instant.EPOCH, digest(columns));
    }

    private static byte[] digest(int value) {
        var digest = new byte[32];
        Arrays.fill(digest, (byte) value);
        return digest;
    }
}
