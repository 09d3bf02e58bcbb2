package dev.portolan.portal.tenant;

import dev.portolan.platform.CompanyId;
import dev.portolan.portal.certificate.CertificateAnswer;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The certificate of a tenant, for the partner that manages it. */
@Controller
@RequestMapping("/tenants/{id}")
class CustomerCertificatePage {
    private final Authority authority;
    private final ManagedTenants tenants;
    private final CertificateAnswer answer;

    CustomerCertificatePage(Authority authority, ManagedTenants tenants, CertificateAnswer answer) {
        this.authority = authority;
        this.tenants = tenants;
        this.answer = answer;
    }

    @GetMapping("/transfer-certificate")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        return answer.page(managed(person, id), base(id), "/tenants/" + id);
    }

    @GetMapping("/transfer-certificate.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Locale locale) {
        return answer.pdf(managed(person, id), locale);
    }

    @GetMapping("/transfer-certificate.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        return answer.json(managed(person, id));
    }

    @GetMapping("/transfer-certificate/proof")
    Object proof(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String report) {
        return answer.proof(managed(person, id), base(id), "/tenants/" + id, report);
    }

    private static String base(UUID tenant) {
        return "/tenants/" + tenant + "/transfer-certificate";
    }

    /** The partner's own row is what lets it in. */
    private CompanyId managed(SignedIn person, UUID tenant) {
        if (person.companyKind().equals("CUSTOMER")) throw Refusal.forbidden();
        authority.require(person, Right.READ_CUSTOMERS);
        return new CompanyId(tenants.get(person.company(), tenant).managedId());
    }
}
