package dev.portolan.portal.report;

import dev.portolan.platform.CompanyId;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.certificate.ReportPdf;
import dev.portolan.report.certificate.ReportSheet;
import dev.portolan.web.AppLook;
import dev.portolan.web.Refusal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands reports out. */
@Component
public class ReportExports {
    private final StoredReports reports;
    private final SigningKey key;
    private final AppLook look;
    private final ReportPdf pdf = new ReportPdf();

    ReportExports(StoredReports reports, SigningKey key, AppLook look) {
        this.reports = reports;
        this.key = key;
        this.look = look;
    }

    /**
     * The report as XML: the bytes received with the log entry of the environment that received them.
     *
     * @throws Refusal {@code not_found}
     */
    public byte[] xml(CompanyId tenant, UUID documentId) {
        return reports.get(tenant, documentId).exported();
    }

    /**
     * The bytes exactly as they were received.
     *
     * @throws Refusal {@code not_found}
     */
    public byte[] original(CompanyId tenant, UUID documentId) {
        return reports.get(tenant, documentId).original();
    }

    /**
     * The certificate.
     *
     * @param company the tenant's name, which the certificate shows
     * @throws Refusal {@code not_found}
     */
    public byte[] pdf(CompanyId tenant, String company, UUID documentId, Locale locale, ZoneId zone) {
        var stored = reports.get(tenant, documentId);
        var exported = stored.exported();
        return pdf.render(new ReportSheet(
                ReportDocument.parse(exported),
                key.check().check(exported),
                stored.digest(),
                locale,
                zone,
                look.productName(),
                Optional.of(company)));
    }
}
