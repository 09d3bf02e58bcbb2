package dev.portolan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportIndexTest {
    @Test
    void indexesASuccessfulErasureOfAPhone() {
        ReportIndex index = ReportIndex.of(ReportDocument.parse(Samples.SUCCESSFUL));
        assertThat(index.documentId()).hasToString(Samples.ID);
        assertThat(index.kind()).isEqualTo(ReportKind.MOBILE);
        assertThat(index.product()).isEqualTo("Blancco Mobile Diagnostics and Erasure");
        assertThat(index.productVersion()).isEqualTo("4.2.2");
        assertThat(index.state()).isEqualTo(ErasureState.ERASED);
        assertThat(index.erasures()).isEqualTo(1);
        assertThat(index.standards()).containsExactly("NIST 800-88 Purge");
        assertThat(index.serials()).containsExactly("ME7C3P53AHIE", "IMEI:553211584442381");
        assertThat(index.serial()).isEqualTo("ME7C3P53AHIE");
        assertThat(index.imei()).isEqualTo("553211584442381");
        assertThat(index.assetTag()).isEqualTo("518104");
        assertThat(index.manufacturer()).isEqualTo("Apple, Inc.");
        assertThat(index.model()).isEqualTo("iPhone 5S GSM+CDMA 16GB Silver");
        assertThat(index.erasedAt()).isEqualTo(Instant.parse("2020-03-05T16:16:48Z"));
        assertThat(index.erasurePerson()).isEqualTo("Operator One");
        assertThat(index.customFields())
                .containsExactly(entry("Comments", ""), entry("Lot Number", "65876"), entry("Asset ID", "518104"));
        assertThat(index.failureMessages()).isEmpty();
    }

    @Test
    void indexesAFailedErasureWithItsReason() {
        ReportIndex index = ReportIndex.of(ReportDocument.parse(Samples.FAILED));
        assertThat(index.state()).isEqualTo(ErasureState.NOT_ERASED);
        assertThat(index.failureMessages()).containsExactly("Cannot connect to device");
    }

    @Test
    void namesASuccessfulErasureWithAnExceptionSo() {
        String exception = "<entries name='exception'><entry name='message'>SIM left in</entry></entries>";
        ReportIndex index = index(erasure("Successful", exception));
        assertThat(index.state()).isEqualTo(ErasureState.ERASED_WITH_EXCEPTIONS);
        assertThat(index.exceptionMessages()).containsExactly("SIM left in");
        ReportIndex details =
                index(erasure("Successful", "<entries name='erasure_details'>" + exception + "</entries>"));
        assertThat(details.state()).isEqualTo(ErasureState.ERASED_WITH_EXCEPTIONS);
    }

    @Test
    void oneFailureOfSeveralMakesTheWholeNotErased() {
        ReportIndex index = index(erasure("Successful", "") + erasure("Failed", "") + erasure("Successful", ""));
        assertThat(index.state()).isEqualTo(ErasureState.NOT_ERASED);
        assertThat(index.erasures()).isEqualTo(3);
    }

    @Test
    void aReportWithoutErasuresSaysNothingWasErased() {
        assertThat(index("").state()).isEqualTo(ErasureState.NOT_ERASED);
        assertThat(index(erasure("Cancelled", "")).state()).isEqualTo(ErasureState.NOT_ERASED);
    }

    @Test
    void readsTimesWithAndWithoutAZone() {
        assertThat(ReportTime.instant("2026-01-02 03:04:05")).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(ReportTime.instant("2026-01-02T03:04:05+0100")).contains(Instant.parse("2026-01-02T02:04:05Z"));
        assertThat(ReportTime.instant("2026-01-02T03:04:05.25Z")).contains(Instant.parse("2026-01-02T03:04:05.25Z"));
        assertThat(ReportTime.instant(" 2026-01-02 ")).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(ReportTime.instant("2026-01-02T")).isEmpty();
        assertThat(ReportTime.instant("yesterday")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Blancco Drive Eraser,Desktop,COMPUTER",
        "Blancco Drive Eraser,Laptop,COMPUTER",
        "Blancco Mobile Diagnostics and Erasure,,MOBILE",
        "Another Client,Mobile Device,MOBILE",
        "Blancco LUN Eraser,,LUN",
        "Blancco File Eraser,,FILE",
        "Blancco Removable Media Eraser,,FLASH",
        "Blancco Virtual Machine Eraser,,VIRTUAL",
        "Another Client,Virtual Machine,VIRTUAL",
        "'',,COMPUTER"
    })
    void knowsTheKindByProductAndThenByChassis(String product, String chassis, ReportKind kind) {
        assertThat(ReportKind.of(product, chassis == null ? "" : chassis)).isEqualTo(kind);
    }

    private static ReportIndex index(String erasures) {
        String report = Samples.text(Samples.minimal(""));
        return ReportIndex.of(ReportDocument.parse(Samples.bytes(report.replace(
                "</blancco_data>",
                "<blancco_erasure_report><entries name='erasures'>" + erasures
                        + "</entries></blancco_erasure_report></blancco_data>"))));
    }

    private static String erasure(String state, String rest) {
        return "<entries name='erasure'><entry name='state' type='string'>" + state + "</entry>" + rest + "</entries>";
    }
}
