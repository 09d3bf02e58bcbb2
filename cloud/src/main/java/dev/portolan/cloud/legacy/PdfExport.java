package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.cloud.report.CertificatePdf;
import dev.portolan.report.certificate.CertificateBundle;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes the certificates of reports as one PDF. A PDF has its directory at its end, so it is made whole before it is sent. */
@Component
class PdfExport {
    private final CertificatePdf certificates;
    private final int most;
    /** Rendering takes a processor and memory, and a program that waits for a PDF waits as well for a turn. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    PdfExport(CertificatePdf certificates, @Value("${portolan.legacy.most-reports-in-a-pdf}") int most) {
        this.certificates = certificates;
        this.most = most;
    }

    /** @throws BadExport if there are more reports than a PDF takes */
    void write(SignedIn person, PdfOptions options, Iterator<ArchivedReport> found, HttpServletResponse response)
            throws IOException {
        var reports = taken(found);
        var file = Files.createTempFile("export", ".pdf");
        try {
            turns.acquireUninterruptibly();
            try {
                render(person, options, reports, file);
            } finally {
                turns.release();
            }
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private List<ArchivedReport> taken(Iterator<ArchivedReport> found) {
        var reports = new ArrayList<ArchivedReport>();
        while (found.hasNext()) {
            if (reports.size() == most)
                throw new BadExport("more than " + most + " reports match, and a PDF takes no more: narrow the search");
            var report = found.next();
            report.forgetDocument();
            reports.add(report);
        }
        return reports;
    }

    private void render(SignedIn person, PdfOptions options, List<ArchivedReport> reports, Path file)
            throws IOException {
        try (var bundle = new CertificateBundle();
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var report : reports) {
                bundle.add(
                        certificates.of(report, person, options.language(), options.extras()),
                        report.documentId().toString());
                report.forgetDocument();
            }
            bundle.writeTo(out, person.companyName());
        }
    }
}
