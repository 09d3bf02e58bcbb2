package dev.portolan.cloud.report;

import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.label.ReportLabels;
import dev.portolan.web.Download;
import dev.portolan.web.SignedIn;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One report: its page and its files. */
@Controller
class ReportPage {
    private final Authority authority;
    private final StoredReports reports;
    private final SigningKey key;
    private final CertificatePdf pdf;

    ReportPage(Authority authority, StoredReports reports, SigningKey key, CertificatePdf pdf) {
        this.authority = authority;
        this.reports = reports;
        this.key = key;
        this.pdf = pdf;
    }

    @GetMapping("/reports/{id}")
    String show(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Locale language, Model model) {
        authority.require(person, Right.READ_REPORTS);
        model.addAttribute("view", ReportView.of(reports.get(person.company(), id), key));
        model.addAttribute("labels", ReportLabels.in(language));
        return "cloud/report";
    }

    /** The bytes as they came: the evidence. */
    @GetMapping("/reports/{id}/original.xml")
    ResponseEntity<byte[]> original(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.EXPORT_REPORTS);
        return Download.of(
                id + ".xml",
                MediaType.APPLICATION_XML,
                reports.get(person.company(), id).original());
    }

    /** The same with the Cloud's own log entry, as integrations get it. */
    @GetMapping("/reports/{id}/report.xml")
    ResponseEntity<byte[]> exported(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.EXPORT_REPORTS);
        return Download.of(
                id + "-received.xml",
                MediaType.APPLICATION_XML,
                reports.get(person.company(), id).exported());
    }

    /** The certificate, in the reader's language and time zone. */
    @GetMapping("/reports/{id}/report.pdf")
    ResponseEntity<byte[]> certificate(
            @AuthenticationPrincipal SignedIn person, @PathVariable UUID id, Locale language) {
        authority.require(person, Right.EXPORT_REPORTS);
        var report = reports.get(person.company(), id);
        return Download.of(id + ".pdf", MediaType.APPLICATION_PDF, pdf.of(report, person, language));
    }
}
