package dev.portolan.report.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Many certificates as one PDF with a bookmark for each, tagged as they are, each with page numbers of its own. */
public final class CertificateBundle implements AutoCloseable {
    private final PDFMergerUtility merger = new PDFMergerUtility();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    /** Objects of a merged document live in the one they came from, until the whole is written. */
    private final List<PDDocument> parts = new ArrayList<>();

    /** Adds a certificate as {@link ReportPdf} renders it. */
    public void add(byte[] certificate, String bookmark) {
        try {
            var part = Loader.loadPDF(certificate, "", null, null, IOUtils.createTempFileOnlyStreamCache());
            parts.add(part);
            int page = parts.size() == 1 ? 0 : whole().getNumberOfPages();
            if (parts.size() > 1) merger.appendDocument(whole(), part);
            var item = new PDOutlineItem();
            item.setTitle(bookmark);
            item.setDestination(whole().getPage(page));
            outline.addLast(item);
        } catch (IOException broken) {
            throw new UncheckedIOException("a certificate just rendered cannot be read", broken);
        }
    }

    /** Writes the one PDF; nothing can be added any more. */
    public void writeTo(OutputStream out, String title) throws IOException {
        var whole = whole();
        if (parts.size() > 1) {
            whole.getDocumentInformation().setTitle(title);
            whole.getDocumentCatalog().setDocumentOutline(outline);
            whole.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        }
        whole.save(out);
    }

    private PDDocument whole() {
        return parts.getFirst();
    }

    @Override
    public void close() {
        for (var part : parts) IOUtils.closeQuietly(part);
    }
}
