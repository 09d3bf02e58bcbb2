package dev.portolan.report.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.Samples;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.Keys;
import dev.portolan.report.signature.SignatureCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CertificateBundleTest {
    private static final ReportPdf PDF = new ReportPdf();

    @Test
    void putsManyCertificatesIntoOneTaggedPdfWithBookmarks() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bundle = new CertificateBundle()) {
            bundle.add(sheet(Samples.SUCCESSFUL), "first");
            bundle.add(sheet(Samples.FAILED), "second");
            bundle.add(sheet(Samples.SUCCESSFUL), "third");
            bundle.writeTo(out, "Three reports");
        }
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text.split("Certificate of data erasure", -1)).hasSizeGreaterThanOrEqualTo(3);
            assertThat(text).contains("Not Erased");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getK()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .containsExactly("first", "second", "third");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Three reports");
        }
    }

    @Test
    void oneCertificateStaysAsItWasRendered() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bundle = new CertificateBundle()) {
            bundle.add(sheet(Samples.SUCCESSFUL), "one");
            bundle.writeTo(out, "not used");
        }
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getDocumentCatalog().getDocumentOutline()).isNull();
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Certificate of data erasure");
        }
    }

    @Test
    void theBarcodeReadsAsTheDocumentId() throws IOException, NotFoundException, FormatException {
        try (var pdf = Loader.loadPDF(sheet(Samples.SUCCESSFUL, SheetExtra.BARCODE))) {
            var image = new PDFRenderer(pdf).renderImageWithDPI(0, 300);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var source = new RGBLuminanceSource(width, height, pixels);
            var read = new Code128Reader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            assertThat(read.getText())
                    .isEqualTo(ReportDocument.parse(Samples.SUCCESSFUL).id().toString());
        }
    }

    @Test
    void saysHowMuchWasVerifiedOrThatTheReportDoesNotSay() throws IOException {
        assertThat(text(sheet(Samples.SUCCESSFUL))).doesNotContain("Verification:");
        assertThat(text(sheet(Samples.SUCCESSFUL, SheetExtra.VERIFICATION)))
                .contains("Verification: not stated in the report");
        var said = Samples.bytes(
                Samples.text(Samples.SUCCESSFUL)
                        .replace(
                                "<entry name=\"state\" type=\"string\">Successful</entry>",
                                "<entry name=\"state\" type=\"string\">Successful</entry><entry name=\"verification\" type=\"uint\">10</entry>"));
        assertThat(text(sheet(said, SheetExtra.VERIFICATION))).contains("Verification: 10 %");
    }

    private static String text(byte[] certificate) throws IOException {
        try (var pdf = Loader.loadPDF(certificate)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static byte[] sheet(byte[] report, SheetExtra... extras) {
        return PDF.render(new ReportSheet(
                ReportDocument.parse(report),
                CHECK.check(report),
                Sha256.of(report),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                "Blancco Cloud",
                Optional.empty(),
                Set.of(extras)));
    }

    private static final SignatureCheck CHECK = new SignatureCheck(Keys.BOTH);
}
