package dev.portolan.certificate;

import dev.portolan.certificate.NotVerified.Reason;
import dev.portolan.report.certificate.PdfPages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The certificate for people. The page is tagged; the JSON file is attached as its data (as PDF/A-3 has it); and a comment
 * before {@code startxref} signs every other byte of the file, so that a page that says something else than the attachment
 * cannot pass.
 */
public final class CertificatePdf {
    private static final String ATTACHED = "transfer-certificate.json";
    private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MARK = "%portolan-signature ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "startxref".getBytes(StandardCharsets.US_ASCII);

    private final PdfPages pages = PdfPages.of("/certificate/transfer-certificate.xhtml");

    /** A signed PDF in a language, its times in the zone the company lives by. */
    public byte[] render(CertificateFile file, Locale language, SigningKey key) {
        var values = new PdfValues(file, language, key.open().fingerprint());
        var page = pages.render(values.all(), values.language(), values::text);
        return sign(attach(page, file), key);
    }

    private static byte[] attach(byte[] page, CertificateFile file) {
        try (var document = Loader.loadPDF(page)) {
            var json = file.bytes();
            var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
            embedded.setSubtype("application/json");
            embedded.setSize(json.length);
            embedded.setModDate(calendar(file.signed().statement().issuedAt()));
            var specification = new PDComplexFileSpecification();
            specification.setFile(ATTACHED);
            specification.setFileUnicode(ATTACHED);
            specification.setEmbeddedFile(embedded);
            specification.setEmbeddedFileUnicode(embedded);
            specification.getCOSObject().setName("AFRelationship", "Data");
            name(document, specification);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    private static void name(PDDocument document, PDComplexFileSpecification specification) {
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHED, specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        var associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static Calendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    /** The signature's line goes in before the last startxref, after everything that has an offset. */
    private static byte[] sign(byte[] pdf, SigningKey key) {
        int end = lastIndexOf(pdf, END);
        var line = (new String(MARK, StandardCharsets.US_ASCII) + Jws.sign(pdf, key) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        var signed = new byte[pdf.length + line.length];
        System.arraycopy(pdf, 0, signed, 0, end);
        System.arraycopy(line, 0, signed, end, line.length);
        System.arraycopy(pdf, end, signed, end + line.length, pdf.length - end);
        return signed;
    }

    static boolean isPdf(byte[] bytes) {
        return bytes.length > BEGIN.length && Arrays.equals(bytes, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    /** The attached file, if the whole PDF is as it was signed. @throws NotVerified */
    static CertificateFile read(byte[] pdf, PinnedKey key) {
        int begin = lastIndexOf(pdf, MARK);
        int end = lastIndexOf(pdf, END);
        if (begin < 0 || end < begin || pdf[end - 1] != '\n') throw new NotVerified(Reason.NO_CERTIFICATE);
        var signature = new String(pdf, begin + MARK.length, end - 1 - begin - MARK.length, StandardCharsets.US_ASCII);
        var content = new byte[pdf.length - (end - begin)];
        System.arraycopy(pdf, 0, content, 0, begin);
        System.arraycopy(pdf, end, content, begin, pdf.length - end);
        key.require(Jws.signer(content, signature));
        return attached(pdf);
    }

    private static CertificateFile attached(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            var attached = files == null ? null : files.getNames().get(ATTACHED);
            if (attached == null) throw new NotVerified(Reason.NO_CERTIFICATE);
            return CertificateFile.read(attached.getEmbeddedFile().toByteArray());
        } catch (IOException | NullPointerException broken) {
            throw new NotVerified(Reason.NO_CERTIFICATE);
        }
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int at = bytes.length - part.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) return at;
        }
        return -1;
    }
}
