package dev.portolan.report.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.Samples;
import dev.portolan.report.Sha256;
import dev.portolan.report.UnreadableReport;
import dev.portolan.report.signature.SignatureState.Verified;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedEntryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SignatureCheck check = new SignatureCheck(Keys.BOTH);

    @Test
    void isMergedIntoTheLogOnExportWhileTheBytesReceivedStayAsTheyAre() {
        byte[] original = Samples.SUCCESSFUL.clone();
        Sha256 digest = Sha256.of(original);
        ReceivedEntry entry = Keys.environment().receive(original, NOW);
        byte[] exported = entry.export(original);
        assertThat(Sha256.of(original)).isEqualTo(digest);
        ReportDocument document = ReportDocument.parse(exported);
        assertThat(document.log()).hasSize(3);
        assertThat(document.log().get(2)).isEqualTo(entry.entry());
        assertThat(document.log().get(2).product()).isEqualTo("Prüfstand & Söhne <\"Cloud\">");
        assertThat(document.log().get(2).date()).isEqualTo(NOW);
        assertThat(check.check(exported).entries().get(2)).isEqualTo(new Verified("environment-1"));
        String before = Samples.text(original).split("(?=</document_log>)")[0];
        String after = Samples.text(original).substring(before.length());
        assertThat(Samples.text(exported))
                .startsWith(before)
                .endsWith(after)
                .hasSize(original.length + 4 + entry.bytes().length + 13);
    }

    @Test
    void comesBackFromItsBytes() {
        ReceivedEntry entry = Keys.environment().receive(Samples.FAILED, NOW);
        assertThat(ReceivedEntry.of(entry.bytes())).isEqualTo(entry);
        assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> ReceivedEntry.of(Samples.FAILED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<document_log/>",
                "<document_log />",
                "<document_log></document_log>",
                "<document_log>\r\n </document_log>"
            })
    void findsItsPlaceWhereTheLogIsEmptyOrMissing(String log) {
        String report = Samples.text(Samples.minimal("<user_data/>")).replace("</document_id>", "</document_id>" + log);
        byte[] signed = Keys.client().sign(Samples.bytes("<?xml version='1.0'?>\r\n<!-- 😀 -->" + report), NOW);
        ReceivedEntry entry = Keys.environment().receive(signed, NOW);
        assertThat(check.check(signed, entry).entries())
                .containsExactly(new Verified("client-1"), new Verified("environment-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void keepsTheEncodingOfTheReport(String encoding) {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String report = mark + "<?xml version='1.0' encoding='" + declared + "'?>"
                + Samples.text(Samples.minimal(
                        "<user_data><entries name='fields'><entry name='Prüfer'>Jürgen</entry></entries></user_data>"));
        byte[] signed = Keys.client().sign(report.getBytes(Charset.forName(encoding)), NOW);
        byte[] exported = Keys.environment().receive(signed, NOW).export(signed);
        assertThat(ReportDocument.parse(exported).values("user_data.fields.Prüfer"))
                .containsExactly("Jürgen");
        assertThat(check.check(exported).entries())
                .containsExactly(new Verified("client-1"), new Verified("environment-1"));
    }

    @Test
    void keepsAByteOrderMark() {
        byte[] report = ("\uFEFF" + Samples.text(Samples.FAILED)).getBytes(StandardCharsets.UTF_8);
        byte[] exported = Keys.environment().receive(report, NOW).export(report);
        assertThat(exported).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(ReportDocument.parse(exported).log()).hasSize(3);
    }
}
