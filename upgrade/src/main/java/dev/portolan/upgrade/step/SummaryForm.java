package dev.portolan.upgrade.step;

import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.wizard.StepForm;
import org.springframework.stereotype.Component;

/** Step 12: its page is the summary; nothing comes after it. */
@Component
class SummaryForm implements StepForm {

    @Override
    public Step step() {
        return Step.SUMMARY;
    }
}
