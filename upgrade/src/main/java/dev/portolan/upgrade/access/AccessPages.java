package dev.portolan.upgrade.access;

import static dev.portolan.upgrade.status.MigrationEvent.STAGE_ONE_ORDERED;

import dev.portolan.contract.ClientSettings;
import dev.portolan.contract.TenantAccess.Person;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.OptionAnswers;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.web.Download;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The live part of step 4, the settings file, and the acts beside it. */
@Controller
class AccessPages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AccessPanel panel;
    private final PortalLink portal;
    private final Tenancy tenancy;
    private final Journeys journeys;
    private final Migrations migrations;
    private final ObjectProvider<StageOneOrders> stageOne;

    AccessPages(
            AccessPanel panel,
            PortalLink portal,
            Tenancy tenancy,
            Journeys journeys,
            Migrations migrations,
            ObjectProvider<StageOneOrders> stageOne) {
        this.panel = panel;
        this.portal = portal;
        this.tenancy = tenancy;
        this.journeys = journeys;
        this.migrations = migrations;
        this.stageOne = stageOne;
    }

    @GetMapping("/upgrade/verify-access/people")
    String people(@AuthenticationPrincipal SignedIn person, Model model) {
        requireReached(person.company());
        model.addAttribute("access", panel.of(person.company()));
        model.addAttribute("settings", panel.settings(person.company(), person.userId()));
        return "upgrade/verify-access :: live";
    }

    /** A file for an erasure client; its code is made now and works once. A POST, since it makes something. */
    @PostMapping("/upgrade/verify-access/settings")
    ResponseEntity<byte[]> settings(@AuthenticationPrincipal SignedIn person) {
        if (panel.settings(person.company(), person.userId()) == null) throw Refusal.notFound();
        var settings = portal.newSettings(person.company(), person.userId())
                .orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "upgrade_portal_silent"));
        return Download.of(
                "client-settings.json",
                MediaType.APPLICATION_JSON,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file(settings)));
    }

    private void requireReached(CompanyId company) {
        if (!journeys.find(company)
                .filter(now -> now.isOpen(Step.VERIFY_ACCESS))
                .isPresent()) throw Refusal.notFound();
    }

    private static Map<String, Object> file(ClientSettings settings) {
        var file = new LinkedHashMap<String, Object>();
        file.put("environment", "portal");
        file.put("endpoint", settings.endpoint());
        file.put("host", settings.host());
        file.put("port", settings.port());
        file.put("tls", settings.tls());
        file.put("user", settings.user());
        file.put("enrolmentCode", settings.enrolmentCode());
        return file;
    }

    /** Orders stage one again after it failed. */
    @PostMapping("/upgrade/verify-access/retry")
    ModelAndView retry(@AuthenticationPrincipal SignedIn person) {
        var company = person.company();
        tenancy.run(company, () -> {
            var journey = journeys.locked(company).orElseThrow(Refusal::notFound);
            if (migrations
                    .happened(company, company, STAGE_ONE_ORDERED, person.userId(), null)
                    .isPresent())
                stageOne.getObject().order(company, List.of(company), OptionAnswers.of(journey), person.userId());
        });
        return Elsewhere.to(Step.VERIFY_ACCESS);
    }

    /** Invites those again who have not signed up. */
    @PostMapping("/upgrade/verify-access/invitations")
    ModelAndView inviteAgain(@AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        var company = person.company();
        requireReached(company);
        var waiting = panel.of(company).people().stream()
                .filter(invited -> invited.signedUpAt() == null)
                .map(Person::user)
                .toList();
        tenancy.run(company, () -> stageOne.getObject().inviteAgain(company, company, waiting, person.userId()));
        flash.addFlashAttribute("notice", "upgrade.notice.invited-again");
        return Elsewhere.to(Step.VERIFY_ACCESS);
    }
}
