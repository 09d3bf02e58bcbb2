package dev.portolan.upgrade.step;

import dev.portolan.upgrade.customer.Customers;
import dev.portolan.upgrade.customer.Totals;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.status.Status;
import dev.portolan.upgrade.wizard.StepForm;
import dev.portolan.upgrade.wizard.Visit;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Step 10: lists the customers that are not started, since none can be started after the next step. */
@Component
class InitiateForm implements StepForm {
    private static final int LISTED = 100;

    private final Customers customers;
    private final Totals totals;

    InitiateForm(Customers customers, Totals totals) {
        this.customers = customers;
        this.totals = totals;
    }

    @Override
    public Step step() {
        return Step.INITIATE;
    }

    @Override
    public void show(Visit visit, Model model) {
        var counts = totals.of(visit.company());
        model.addAttribute("notStarted", customers.notStarted(visit.company(), LISTED));
        model.addAttribute("notStartedCount", counts.of(Status.NOT_STARTED));
        model.addAttribute("startedCount", counts.invited());
        model.addAttribute("unfinishedCount", counts.of(Status.IN_PROGRESS));
    }
}
