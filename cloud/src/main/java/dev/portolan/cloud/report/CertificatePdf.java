package dev.portolan.cloud.report;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.certificate.ReportPdf;
import dev.portolan.report.certificate.ReportSheet;
import dev.portolan.web.AppLook;
import dev.portolan.web.SignedIn;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a report as a certificate. */
@Component
class CertificatePdf {
    private final ReportPdf pdf = new ReportPdf();
    private final SigningKey key;
    private final AppLook look;

    CertificatePdf(SigningKey key, AppLook look) {
        this.key = key;
        this.look = look;
    }

    byte[] of(StoredReport report, SignedIn reader, Locale language) {
        var exported = report.exported();
        return pdf.render(new ReportSheet(
                ReportDocument.parse(exported),
                key.check().check(exported),
                report.digest(),
                language,
                ZoneId.of(reader.zone()),
                look.productName(),
                Optional.of(reader.companyName())));
    }
}
