package dev.portolan.upgrade.summary;

import static dev.portolan.upgrade.status.MigrationEvent.TRANSFER_ORDERED;

import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.customer.AccessRefresh;
import dev.portolan.upgrade.customer.CustomerFilter;
import dev.portolan.upgrade.customer.Customers;
import dev.portolan.upgrade.customer.Totals;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.status.Standings;
import dev.portolan.upgrade.wizard.Elsewhere;
import dev.portolan.upgrade.wizard.Frame;
import dev.portolan.upgrade.wizard.Visit;
import dev.portolan.web.Download;
import dev.portolan.web.Listing;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Step 12, and its download. */
@Controller
class SummaryPages {
    private static final CustomerFilter ALL = new CustomerFilter(null, null, null);

    private final Journeys journeys;
    private final Standings standings;
    private final Migrations migrations;
    private final Customers customers;
    private final Totals totals;
    private final AccessRefresh refresh;
    private final Tenancy tenancy;
    private final ObjectProvider<StageTwoOrders> stageTwo;
    private final SummaryFile file;
    private final Frame frame;

    SummaryPages(
            Journeys journeys,
            Standings standings,
            Migrations migrations,
            Customers customers,
            Totals totals,
            AccessRefresh refresh,
            Tenancy tenancy,
            ObjectProvider<StageTwoOrders> stageTwo,
            SummaryFile file,
            Frame frame) {
        this.journeys = journeys;
        this.standings = standings;
        this.migrations = migrations;
        this.customers = customers;
        this.totals = totals;
        this.refresh = refresh;
        this.tenancy = tenancy;
        this.stageTwo = stageTwo;
        this.file = file;
        this.frame = frame;
    }

    @GetMapping("/upgrade/summary")
    ModelAndView show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        var journey = journeys.find(person.company()).orElse(null);
        if (journey == null) return Elsewhere.to("/upgrade");
        if (!journey.isOpen(Step.SUMMARY)) return Elsewhere.to(journey.step());
        var company = person.company();
        refresh.soon(company);
        var own = standings.of(company, company).orElseThrow();
        int rows = Listing.size(size);
        int found = customers.count(company, ALL);
        int shown = Listing.page(page, (found + rows - 1) / rows);
        model.addAttribute(
                "listing",
                new Listing("/upgrade/summary", Map.of("size", Integer.toString(rows)), shown, rows, found, false));
        model.addAttribute("rows", customers.page(company, ALL, "name", shown, rows));
        model.addAttribute("counts", totals.of(company));
        model.addAttribute("own", own);
        model.addAttribute(
                "ownProgress",
                stageTwo.getObject().progress(company, List.of(company)).get(company));
        frame.into(model, new Visit(person, journey), Step.SUMMARY);
        return new ModelAndView("upgrade/wizard", model.asMap());
    }

    /** Every customer and the company itself, as a table for a spreadsheet. */
    @GetMapping("/upgrade/summary/download")
    ResponseEntity<byte[]> download(@AuthenticationPrincipal SignedIn person) {
        if (!journeys.find(person.company())
                .filter(now -> now.isOpen(Step.SUMMARY))
                .isPresent()) throw Refusal.notFound();
        return Download.of("upgrade-summary.csv", Download.CSV, file.of(person).getBytes(StandardCharsets.UTF_8));
    }

    /** Orders the company's own transfer again after it failed, with the scope chosen first. */
    @PostMapping("/upgrade/summary/retry")
    ModelAndView retry(@AuthenticationPrincipal SignedIn person) {
        var company = person.company();
        tenancy.run(company, () -> {
            var journey = journeys.locked(company).orElseThrow(Refusal::notFound);
            if (!journey.isOpen(Step.SUMMARY)) throw Refusal.notFound();
            boolean failed = migrations
                    .state(company, company)
                    .filter(MigrationState.STAGE_TWO_FAILED::equals)
                    .isPresent();
            if (failed
                    && migrations
                            .happened(company, company, TRANSFER_ORDERED, person.userId(), null)
                            .isPresent())
                stageTwo.getObject()
                        .order(
                                company,
                                List.of(company),
                                ReportScope.valueOf(journey.answer("scope")),
                                person.userId());
        });
        return Elsewhere.to(Step.SUMMARY);
    }
}
