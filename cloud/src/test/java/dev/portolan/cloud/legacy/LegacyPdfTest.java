package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.report.CertificatePdf;
import dev.portolan.cloud.report.ReportArchive;
import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.web.Accounts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class LegacyPdfTest extends CloudTest {
    @Autowired
    private ReportArchive archive;

    @Autowired
    private CertificatePdf certificates;

    @Autowired
    private Accounts accounts;

    private TestUser user;
    private UUID erased;

    @BeforeEach
    void twoReports() {
        user = companies.manager(companies.customer());
        erased = UUID.randomUUID();
        companies.report(user, order(erased, ErasureState.ERASED));
        companies.report(user, order(UUID.randomUUID(), ErasureState.NOT_ERASED));
    }

    private static ReportOrder order(UUID id, ErasureState outcome) {
        return ReportOrder.of(DeviceKind.LAPTOP, outcome, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(id);
    }

    @Test
    void oneReportIsItsCertificate() throws IOException, InterruptedException {
        try (var pdf = pdf(
                search(),
                "<pdf-options pdfLanguage=\"en_US\" embedBarcode=\"false\" embedVerificationPercentage=\"false\" type=\"albus_standard\"/>")) {
            assertThat(text(pdf))
                    .contains("Certificate of data erasure", erased.toString(), "Blancco Cloud")
                    .doesNotContain("Verification:");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void speaksTheLanguageAskedForAndShowsTheExtras() throws IOException, InterruptedException {
        try (var pdf = pdf(
                search(),
                "<pdf-options pdfLanguage=\"de_DE\" embedBarcode=\"true\" embedVerificationPercentage=\"true\" type=\"another\"/>")) {
            assertThat(text(pdf))
                    .contains("Zertifikat über die Datenlöschung", "Verifizierung: im Bericht nicht angegeben");
        }
        try (var pdf = pdf(search(), "<pdf-options pdfLanguage=\"fi_FI\"/>")) {
            assertThat(text(pdf)).contains("Certificate of data erasure");
        }
    }

    @Test
    void manyReportsAreOnePdf() throws IOException, InterruptedException {
        try (var pdf = pdf("", "")) {
            assertThat(text(pdf)).contains("Certificate of data erasure", "Not Erased", erased.toString());
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(2);
        }
    }

    @Test
    void saysHowManyReportsAPdfTakes() {
        var person = accounts.find(user.email()).person();
        var reports = new Found(archive, 10)
                .by(user.company(), new ExportRequest(List.of(), List.of(), CsvOptions.USUAL, PdfOptions.USUAL));
        assertThatThrownBy(() -> new PdfExport(certificates, 1)
                        .write(person, PdfOptions.USUAL, reports, new MockHttpServletResponse()))
                .isInstanceOf(BadExport.class)
                .hasMessageContaining("more than 1 reports match");
    }

    private String search() {
        return "<search path=\"report.uuid\" value=\"%s\" operator=\"eq\" datatype=\"string\" conjunction=\"true\"/>"
                .formatted(erased);
    }

    private PDDocument pdf(String searches, String options) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder()
                .encodeToString((user.email() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        visitor()
                                .at("/rest-service/report/export/pdf")
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "--limit\r\nContent-Disposition: form-data; name=\"xmlRequest\"\r\n\r\n<request><export-report>"
                                                + searches + options + "</export-report></request>\r\n--limit--\r\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return Loader.loadPDF(answer.body());
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
}
