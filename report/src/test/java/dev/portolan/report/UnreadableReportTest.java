package dev.portolan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portolan.report.UnreadableReport.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableReportTest {
    @Test
    void refusesAnExternalEntity() {
        assertRefused(
                "<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><report>&x;</report>",
                Reason.REPORT_HAS_DOCTYPE);
        assertRefused("<!DOCTYPE report SYSTEM \"http://127.0.0.1:1/x.dtd\"><report/>", Reason.REPORT_HAS_DOCTYPE);
    }

    @Test
    void refusesABillionLaughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE report [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        assertRefused(dtd + "]><report>&l9;</report>", Reason.REPORT_HAS_DOCTYPE);
    }

    @Test
    void refusesEveryTruncationOfAReport() {
        for (int length = 1; length < Samples.FAILED.length; length += 97) {
            byte[] cut = Arrays.copyOf(Samples.FAILED, length);
            assertThat(refused(cut).reason()).isEqualTo(Reason.REPORT_MALFORMED);
        }
    }

    @Test
    void refusesWhatIsTooLargeOrTooComplex() {
        assertThat(refused(new byte[0]).code()).isEqualTo("report_empty");
        assertThat(refused(new byte[ReportDocument.MAX_BYTES + 1]).code()).isEqualTo("report_too_large");
        assertRefused("<a>".repeat(100_000), Reason.REPORT_TOO_COMPLEX);
        assertRefused("<report>" + "<a/>".repeat(400_000) + "</report>", Reason.REPORT_TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"report\":1}",
                "<report>",
                "<report/><report/>",
                "<report>&amp</report>",
                "<report>&unknown;</report>",
                "<report a='1' a='2'/>",
                "<report>\u0001</report>",
                "<?xml version='1.0' encoding='nonsense'?><report/>"
            })
    void refusesBrokenXml(String xml) {
        assertRefused(xml, Reason.REPORT_MALFORMED);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] broken = Samples.minimal("<user_data/>");
        broken[20] = (byte) 0xC3;
        assertThat(refused(broken).reason()).isEqualTo(Reason.REPORT_MALFORMED);
        assertThat(refused("<report/>".getBytes(StandardCharsets.UTF_16LE)).reason())
                .isIn(Reason.REPORT_MALFORMED, Reason.REPORT_UNKNOWN_FORM);
    }

    @Test
    void refusesOtherDocumentsAndMissingOrDoubledParts() {
        assertRefused("<html><body>x</body></html>", Reason.REPORT_UNKNOWN_FORM);
        assertRefused("<x/>", Reason.REPORT_UNKNOWN_FORM);
        assertRefused("<root/>", Reason.REPORT_UNKNOWN_FORM);
        assertRefused("<report/>", Reason.REPORT_UNKNOWN_FORM);
        String report = Samples.text(Samples.minimal(""));
        assertRefused("<root>" + report + report + "</root>", Reason.REPORT_AMBIGUOUS);
        assertRefused(report.replace("</document_id>", "</document_id><document_id/>"), Reason.REPORT_AMBIGUOUS);
        assertRefused(
                report.replace("</document_id>", "</document_id><document_log/><document_log/>"),
                Reason.REPORT_AMBIGUOUS);
        assertRefused(report.replace(Samples.ID, ""), Reason.REPORT_WITHOUT_ID);
        assertRefused(report.replace(Samples.ID, "1-2-3-4-5"), Reason.REPORT_WITHOUT_ID);
    }

    private static void assertRefused(String xml, Reason reason) {
        assertThat(refused(Samples.bytes(xml)).reason()).isEqualTo(reason);
    }

    private static UnreadableReport refused(byte[] xml) {
        return catchThrowableOfType(UnreadableReport.class, () -> ReportDocument.parse(xml));
    }
}
