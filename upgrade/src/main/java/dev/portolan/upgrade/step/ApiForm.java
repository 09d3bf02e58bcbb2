package dev.portolan.upgrade.step;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.upgrade.customer.CustomerList;
import dev.portolan.upgrade.journey.Journey;
import dev.portolan.upgrade.journey.Path;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.UpgradeNames;
import dev.portolan.upgrade.wizard.Visit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 5: what changes for those who used the Cloud's API, with the calls really made. */
@Component
class ApiForm implements StepForm {
    private static final Duration LOOK_BACK = Duration.ofDays(365);

    private final Companies companies;
    private final CustomerList customers;
    private final Clock clock;
    private final UpgradeNames names;

    ApiForm(Companies companies, CustomerList customers, Clock clock, UpgradeNames names) {
        this.companies = companies;
        this.customers = customers;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public Step step() {
        return Step.API;
    }

    @Override
    public void show(Visit visit, Model model) {
        model.addAttribute("support", names.portalUrl() + "/support");
        model.addAttribute(
                "calls",
                companies.apiUse(visit.company(), clock.instant().minus(LOOK_BACK)).stream()
                        .map(LegacyCall::of)
                        .toList());
    }

    @Override
    public void work(Visit visit, Journey locked) {
        if (locked.path() == Path.PARTNER) customers.bringIn(visit.company());
    }
}
