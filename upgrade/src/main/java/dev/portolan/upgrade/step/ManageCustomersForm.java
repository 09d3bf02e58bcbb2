package dev.portolan.upgrade.step;

import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import org.springframework.stereotype.Component;

/** Step 6: its page is the list of customers; going on needs nothing. */
@Component
class ManageCustomersForm implements StepForm {

    @Override
    public Step step() {
        return Step.MANAGE_CUSTOMERS;
    }
}
