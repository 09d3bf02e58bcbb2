package dev.portolan.cloud.report;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.Sha256;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.certificate.ReportPdf;
import dev.portolan.report.certificate.ReportSheet;
import dev.portolan.report.certificate.SheetExtra;
import dev.portolan.web.AppLook;
import dev.portolan.web.SignedIn;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes a report as a certificate. */
@Component
public class CertificatePdf {
    private final ReportPdf pdf = new ReportPdf();
    private final SigningKey key;
    private final AppLook look;

    CertificatePdf(SigningKey key, AppLook look) {
        this.key = key;
        this.look = look;
    }

    byte[] of(StoredReport report, SignedIn reader, Locale language) {
        return of(report.exported(), report.digest(), reader, language, Set.of());
    }

    /** The certificate in the language, in the time zone of the reader's company. */
    public byte[] of(ArchivedReport report, SignedIn reader, Locale language, Set<SheetExtra> extras) {
        return of(report.exported(), report.digest(), reader, language, extras);
    }

    private byte[] of(byte[] exported, Sha256 digest, SignedIn reader, Locale language, Set<SheetExtra> extras) {
        return pdf.render(new ReportSheet(
                ReportDocument.parse(exported),
                key.check().check(exported),
                digest,
                language,
                ZoneId.of(reader.zone()),
                look.productName(),
                Optional.of(reader.companyName()),
                extras));
    }
}
