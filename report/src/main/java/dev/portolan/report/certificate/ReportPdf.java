package dev.portolan.report.certificate;

/** Renders certificates of reports as tagged PDF. Safe between threads; keep one. */
public final class ReportPdf {
    private final PdfPages pages = PdfPages.of("/report/certificate.xhtml");

    /** The certificate's bytes. */
    public byte[] render(ReportSheet sheet) {
        SheetValues values = new SheetValues(sheet);
        var labels = values.labels();
        return pages.render(values.all(), labels.language(), labels::text);
    }
}
