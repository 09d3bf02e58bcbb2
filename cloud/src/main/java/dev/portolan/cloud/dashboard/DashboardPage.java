package dev.portolan.cloud.dashboard;

import dev.portolan.cloud.entitlement.Entitlements;
import dev.portolan.cloud.licence.LicenceFigures;
import dev.portolan.cloud.report.ReportFigures;
import dev.portolan.cloud.user.Right;
import dev.portolan.web.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the dashboard: what the reader's role may see of it. */
@Controller
class DashboardPage {
    private static final int MONTHS = 12;
    private static final int NEWEST = 8;

    private final ReportFigures reports;
    private final LicenceFigures licences;
    private final Entitlements entitlements;
    private final Clock clock;

    DashboardPage(ReportFigures reports, LicenceFigures licences, Entitlements entitlements, Clock clock) {
        this.reports = reports;
        this.licences = licences;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        var zone = ZoneId.of(person.zone());
        if (person.may(Right.READ_REPORTS.name())) {
            var month = YearMonth.now(clock.withZone(zone));
            model.addAttribute("months", reports.byMonth(person.company(), month, MONTHS, zone));
            model.addAttribute("newest", reports.newest(person.company(), NEWEST));
        }
        if (person.may(Right.READ_LICENCES.name())) {
            model.addAttribute("pools", licences.pools(person.company()));
            model.addAttribute("today", LocalDate.now(clock));
        }
        model.addAttribute("upgrade", person.may(Right.MANAGER) && entitlements.entitled(person.company()));
        return "cloud/dashboard";
    }
}
