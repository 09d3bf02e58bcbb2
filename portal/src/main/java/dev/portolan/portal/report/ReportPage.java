package dev.portolan.portal.report;

import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.web.Download;
import dev.portolan.web.SignedIn;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One report: its page, its original bytes, its certificate. */
@Controller
@RequestMapping("/reports/{id}")
class ReportPage {
    private final Authority authority;
    private final StoredReports reports;
    private final ReportExports exports;
    private final SigningKey key;
    private final String oldProduct;

    ReportPage(
            Authority authority,
            StoredReports reports,
            ReportExports exports,
            SigningKey key,
            @Value("${portolan.product.cloud}") String oldProduct) {
        this.authority = authority;
        this.reports = reports;
        this.exports = exports;
        this.key = key;
        this.oldProduct = oldProduct;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Locale locale, Model model) {
        authority.require(person, Right.READ_REPORTS);
        var stored = reports.get(person.company(), id);
        model.addAttribute("stored", stored);
        model.addAttribute("report", ReportView.of(stored, key.check(), locale));
        model.addAttribute("oldProduct", oldProduct);
        return "portal/report";
    }

    @GetMapping("/original.xml")
    ResponseEntity<byte[]> original(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.EXPORT_REPORTS);
        return Download.of(id + ".xml", MediaType.APPLICATION_XML, exports.original(person.company(), id));
    }

    @GetMapping("/certificate.pdf")
    ResponseEntity<byte[]> certificate(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Locale locale) {
        authority.require(person, Right.EXPORT_REPORTS);
        var pdf = exports.pdf(person.company(), person.companyName(), id, locale, ZoneId.of(person.zone()));
        return Download.of(id + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }
}
