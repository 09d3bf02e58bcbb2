package dev.portolan.portal.dashboard;

import dev.portolan.portal.invitation.Invitations;
import dev.portolan.portal.licence.PoolView;
import dev.portolan.portal.licence.Pools;
import dev.portolan.portal.report.ReportFigures;
import dev.portolan.portal.report.ReportFigures.Day;
import dev.portolan.portal.user.Authority;
import dev.portolan.portal.user.Right;
import dev.portolan.web.SignedIn;
import java.time.ZoneId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the dashboard: each part to those who may read what it shows. */
@Controller
class DashboardPage {
    private static final int DAYS = 30;
    private static final int NEWEST = 8;
    private static final int FAILURES = 5;

    private final Authority authority;
    private final Pools pools;
    private final ReportFigures reports;
    private final Invitations invitations;

    DashboardPage(Authority authority, Pools pools, ReportFigures reports, Invitations invitations) {
        this.authority = authority;
        this.pools = pools;
        this.reports = reports;
        this.invitations = invitations;
    }

    @GetMapping("/")
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        var tenant = person.company();
        if (authority.may(person, Right.READ_REPORTS)) {
            var days = reports.byDay(tenant, DAYS, ZoneId.of(person.zone()));
            model.addAttribute("days", days);
            model.addAttribute("erasures", days.stream().mapToInt(Day::all).sum());
            model.addAttribute("newest", reports.newest(tenant, NEWEST));
            model.addAttribute("failures", reports.failures(tenant, FAILURES));
        }
        if (authority.may(person, Right.READ_LICENCES)) {
            var all = pools.list(tenant);
            model.addAttribute(
                    "pools", all.stream().filter(pool -> !pool.trial()).toList());
            model.addAttribute("trials", all.stream().filter(PoolView::trial).toList());
        }
        if (authority.may(person, Right.READ_USERS)) {
            model.addAttribute(
                    "unanswered",
                    invitations.state(tenant).stream()
                            .filter(invitee -> invitee.invitedAt() != null && invitee.signedUpAt() == null)
                            .toList());
        }
        return "portal/dashboard";
    }
}
