package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.CertificatePdf;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.TransferPortal;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the pages of a certificate: drawn once, in both languages, so that they never differ. */
@Component
public class DrawnPages {
    private final Tenancy tenancy;
    private final CertificateStore store;
    private final Certificates certificates;
    private final CertificateKey key;
    private final TransferPortal portal;
    private final CertificatePdf pdf = new CertificatePdf();

    DrawnPages(
            Tenancy tenancy,
            CertificateStore store,
            Certificates certificates,
            CertificateKey key,
            TransferPortal portal) {
        this.tenancy = tenancy;
        this.store = store;
        this.certificates = certificates;
        this.key = key;
        this.portal = portal;
    }

    /** The certificate as signed PDF in the reader's language. */
    public byte[] pdf(Certified certified, Locale language) {
        var pages = made(certified);
        return language.getLanguage().equals("de") ? pages.german() : pages.english();
    }

    private CertificateStore.Pages made(Certified certified) {
        var company = new CompanyId(certified.order().tenant());
        return tenancy.within(company, () -> store.pages(company.value(), certified.id()))
                .orElseGet(() -> make(company, certified));
    }

    private CertificateStore.Pages make(CompanyId company, Certified certified) {
        var file = certificates.file(certified);
        var pages = new CertificateStore.Pages(
                pdf.render(file, Locale.ENGLISH, key.key()), pdf.render(file, Locale.GERMAN, key.key()));
        return tenancy.within(company, () -> {
            store.keep(company.value(), certified.id(), pages);
            return store.pages(company.value(), certified.id()).orElseThrow();
        });
    }

    /** Makes the pages, if nobody has, and hands them to the Portal. */
    void hand(UUID company, UUID certificate) {
        var certified = tenancy.within(new CompanyId(company), () -> store.find(company, certificate))
                .orElseThrow();
        var pages = made(certified);
        portal.keep(new CertificatePages(certified.order(), certificate, pages.english(), pages.german()));
    }
}
