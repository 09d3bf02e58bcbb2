package dev.portolan.upgrade.evidence;

import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.upgrade.certificate.Certified;
import dev.portolan.upgrade.certificate.DrawnPages;
import dev.portolan.upgrade.customer.Customers;
import dev.portolan.web.Download;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The transfer certificate of a customer or of the company itself: a page, and files. */
@Controller
@RequestMapping("/upgrade/companies/{company}")
class EvidencePages {
    private static final String NAME = "transfer-certificate";

    private final Customers customers;
    private final Certificates certificates;
    private final DrawnPages pages;

    EvidencePages(Customers customers, Certificates certificates, DrawnPages pages) {
        this.customers = customers;
        this.certificates = certificates;
        this.pages = pages;
    }

    @GetMapping("/certificate")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID company, Model model) {
        return page(person, certificate(person, company), null, null, model);
    }

    @GetMapping("/certificate.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn person, @PathVariable UUID company, Locale locale) {
        var certificate = certificate(person, company);
        return Download.of(NAME + ".pdf", MediaType.APPLICATION_PDF, pages.pdf(certificate, locale));
    }

    @GetMapping("/certificate.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn person, @PathVariable UUID company) {
        var certificate = certificate(person, company);
        return Download.of(NAME + ".json", MediaType.APPLICATION_JSON, certificates.json(certificate));
    }

    /** The certificate with the proof of one report; where it cannot be given, the page says why beside the field. */
    @GetMapping("/certificate/proof")
    Object proof(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable UUID company,
            @RequestParam(defaultValue = "") String report,
            Model model) {
        var certificate = certificate(person, company);
        UUID document;
        try {
            document = UUID.fromString(report.strip());
        } catch (IllegalArgumentException none) {
            return page(person, certificate, report, "evidence.fault.unreadable", model);
        }
        var proof = certificates.proof(certificate, document);
        if (certificate.revokes() != null || proof.isEmpty())
            return page(person, certificate, report, "evidence.fault.unknown", model);
        return Download.of("transfer-proof-" + document + ".json", MediaType.APPLICATION_JSON, proof.get());
    }

    /** The reader's own company, or a customer of it. */
    private Certified certificate(SignedIn person, UUID company) {
        var id = new CompanyId(company);
        boolean own = id.equals(person.company());
        if (!own && customers.row(person.company(), id).isEmpty()) throw Refusal.notFound();
        return certificates.newest(id).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView page(
            SignedIn person, Certified certificate, @Nullable String report, @Nullable String fault, Model model) {
        var company = certificate.order().tenant();
        boolean own = company.equals(person.company().value());
        model.addAttribute("says", certificate.signed().statement());
        model.addAttribute("base", "/upgrade/companies/" + company + "/certificate");
        model.addAttribute("back", own ? "/upgrade/summary" : "/upgrade/customers/" + company);
        model.addAttribute("report", report);
        model.addAttribute("fault", fault);
        return new ModelAndView(
                "evidence/certificate",
                model.asMap(),
                fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
