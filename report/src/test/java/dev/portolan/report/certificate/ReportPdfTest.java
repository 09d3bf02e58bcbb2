package dev.portolan.report.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.Samples;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.Keys;
import dev.portolan.report.signature.SignatureCheck;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPdfTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final ReportPdf PDF = new ReportPdf();

    private final ReportTemplates signed = ReportTemplates.signedBy(Keys.client());

    @Test
    void saysInEnglishWhatWasErased() throws IOException {
        String text = text(render(Samples.SUCCESSFUL, Locale.ENGLISH));
        assertThat(text)
                .contains("Certificate of data erasure", "Erased", "Serial number", "ME7C3P53AHIE", "553211584442381")
                .contains("NIST 800-88 Purge", "Operator One", "Example ITAD Ltd", "Lot Number", "65876")
                .contains("5 Mar 2020, 16:16:48 UTC", "16 GB", "Back Camera", "Operating system")
                .contains(Sha256.of(Samples.SUCCESSFUL).hex().substring(0, 40))
                .contains("Signature not verifiable", "Not verifiable")
                .doesNotContain("Signature verified", "Not Erased");
    }

    @Test
    void saysInGermanWhatWasNotErasedAndWhy() throws IOException {
        String text = text(render(Samples.FAILED, Locale.GERMANY));
        assertThat(text)
                .contains("Bericht über die Datenlöschung", "Nicht gelöscht", "Grund des Fehlschlags")
                .contains("Cannot connect to device", "Löschende Person", "Ladezyklen", "Dokumentprotokoll")
                .contains("04.03.2020, 19:35:30 UTC", "Signatur nicht verifizierbar");
    }

    @Test
    void saysWhatTheCheckOfTheSignaturesFound() throws IOException {
        byte[] report = signed.write(ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, AT), new Random(1));
        byte[] exported = Keys.environment().receive(report, AT).export(report);
        assertThat(text(render(exported, Locale.ENGLISH))).contains("Signature verified", "environment-1", "client-1");
        byte[] tampered = Samples.bytes(Samples.text(exported).replace("NIST", "MIST"));
        assertThat(text(render(tampered, Locale.ENGLISH)))
                .contains("Signature invalid")
                .doesNotContain(
                        "Signature verified", "Certificate of", "Everything that this report covers was erased");
    }

    @Test
    void saysThatASimulatedErasureErasedNothing() throws IOException {
        byte[] report = signed.write(
                ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, AT).asSimulated(), new Random(1));
        assertThat(text(render(report, Locale.ENGLISH)))
                .contains("No data was erased")
                .doesNotContain("Certificate of");
        assertThat(text(render(report, Locale.GERMAN))).contains("Es wurden keine Daten gelöscht");
    }

    @Test
    void showsValuesAsTheyAreAndNeverAsMarkup() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Prüfer & Söhne", "<b>fett</b> \"ß\" &amp;");
        fields.put("<script>x</script>", "<img src='file:///etc/passwd'/>");
        byte[] report = signed.write(
                ReportOrder.of(DeviceKind.FILES, ErasureState.ERASED, AT).withFields(fields), new Random(1));
        assertThat(text(render(report, Locale.GERMAN)).replaceAll("\\s+", " "))
                .contains("Prüfer & Söhne", "<b>fett</b> \"ß\" &amp;", "<script>x</script>")
                .contains("<img src='file:///etc/passwd'/>");
    }

    @Test
    void showsTheFailedOnesOfVeryManyErasures() throws IOException {
        String one = Samples.text(Samples.SUCCESSFUL);
        String erasure =
                one.substring(one.indexOf("<entries name=\"erasure\">"), one.indexOf("</blancco_erasure_report>"));
        erasure = erasure.substring(0, erasure.lastIndexOf("</entries>"));
        String failed = erasure.replace("Successful", "Failed").replace("Internal memory", "The failed one");
        byte[] many = Samples.bytes(one.replace(erasure, erasure.repeat(600) + failed));
        assertThat(text(render(many, Locale.ENGLISH)))
                .contains("The failed one", "Not Erased", "101 more erasures stand in the report itself");
    }

    @Test
    void rendersForManyAtOnce() {
        List<String> texts = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> render(i % 2 == 0 ? Samples.SUCCESSFUL : Samples.FAILED, Locale.ENGLISH))
                .map(ReportPdfTest::textOf)
                .toList();
        assertThat(Set.copyOf(texts)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(DeviceKind.class)
    void isATaggedDocumentWithEmbeddedFontsForEveryDevice(DeviceKind device) throws IOException {
        byte[] report = signed.write(ReportOrder.of(device, ErasureState.ERASED_WITH_EXCEPTIONS, AT), new Random(4));
        try (PDDocument pdf = Loader.loadPDF(render(report, Locale.GERMAN))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Zertifikat über die Datenlöschung");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            assertThat(structure(pdf.getDocumentCatalog().getStructureTreeRoot(), new HashSet<>()))
                    .contains("H1", "H2", "Table", "TR", "TH", "TD", "P");
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    private static Set<String> structure(PDStructureNode node, Set<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStandardStructureType());
                structure(element, types);
            }
        }
        return types;
    }

    private static byte[] render(byte[] report, Locale locale) {
        return PDF.render(new ReportSheet(
                ReportDocument.parse(report),
                new SignatureCheck(Keys.BOTH).check(report),
                Sha256.of(report),
                locale,
                ZoneId.of("UTC"),
                "Example Portal",
                Optional.of("Müller & Söhne GmbH")));
    }

    private static String textOf(byte[] pdf) {
        try {
            return text(pdf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
