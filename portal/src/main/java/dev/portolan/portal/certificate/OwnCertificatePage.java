package dev.portolan.portal.certificate;

import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.SignedIn;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reader's own tenant's certificate. */
@Controller
class OwnCertificatePage {
    private static final String BASE = "/transfer-certificate";
    private static final String BACK = "/reports";

    private final Authority authority;
    private final CertificateAnswer answer;

    OwnCertificatePage(Authority authority, CertificateAnswer answer) {
        this.authority = authority;
        this.answer = answer;
    }

    @GetMapping("/transfer-certificate")
    ModelAndView show(@AuthenticationPrincipal SignedIn person) {
        authority.require(person, Right.READ_REPORTS);
        return answer.page(person.company(), BASE, BACK);
    }

    @GetMapping("/transfer-certificate.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn person, Locale locale) {
        authority.require(person, Right.EXPORT_REPORTS);
        return answer.pdf(person.company(), locale);
    }

    @GetMapping("/transfer-certificate.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn person) {
        authority.require(person, Right.EXPORT_REPORTS);
        return answer.json(person.company());
    }

    @GetMapping("/transfer-certificate/proof")
    Object proof(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String report) {
        authority.require(person, Right.EXPORT_REPORTS);
        return answer.proof(person.company(), BASE, BACK, report);
    }
}
