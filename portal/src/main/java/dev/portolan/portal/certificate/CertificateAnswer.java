package dev.portolan.portal.certificate;

import dev.portolan.platform.CompanyId;
import dev.portolan.web.Download;
import dev.portolan.web.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A tenant's certificate as page and as files, for whoever was let in before. */
@Component
public class CertificateAnswer {
    private static final String NAME = "transfer-certificate";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Certificates certificates;

    CertificateAnswer(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * The page.
     *
     * @param base the address of the certificate
     * @param back where the reader came from
     */
    public ModelAndView page(CompanyId tenant, String base, String back) {
        return page(tenant, base, back, null, null);
    }

    private ModelAndView page(
            CompanyId tenant, String base, String back, @Nullable String report, @Nullable String fault) {
        var page = new ModelAndView("evidence/certificate");
        page.addObject("says", newest(tenant).says());
        page.addObject("base", base);
        page.addObject("back", back);
        page.addObject("report", report);
        page.addObject("fault", fault);
        if (fault != null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The PDF in the reader's language. @throws Refusal {@code certificate_pages_later} until it has arrived */
    public ResponseEntity<byte[]> pdf(CompanyId tenant, Locale language) {
        var pdf = certificates
                .pdf(newest(tenant), language)
                .orElseThrow(() -> Refusal.later("certificate_pages_later", SOON));
        return Download.of(NAME + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    /** The JSON file. */
    public ResponseEntity<byte[]> json(CompanyId tenant) {
        return Download.of(NAME + ".json", MediaType.APPLICATION_JSON, certificates.json(newest(tenant)));
    }

    /** The certificate with the proof of one report; where it cannot be given, the page says why beside the field. */
    public Object proof(CompanyId tenant, String base, String back, String report) {
        UUID document;
        try {
            document = UUID.fromString(report.strip());
        } catch (IllegalArgumentException none) {
            return page(tenant, base, back, report, "evidence.fault.unreadable");
        }
        var proof = certificates.proof(tenant, document);
        if (proof.isEmpty()) return page(tenant, base, back, report, "evidence.fault.unknown");
        return Download.of("transfer-proof-" + document + ".json", MediaType.APPLICATION_JSON, proof.get());
    }

    private KeptCertificate newest(CompanyId tenant) {
        return certificates.newest(tenant).orElseThrow(Refusal::notFound);
    }
}
