package dev.portolan.upgrade.stageone;

import dev.portolan.migration.Run;
import dev.portolan.migration.RunView;
import dev.portolan.migration.Runs;
import dev.portolan.upgrade.order.SetUpOptions;
import org.springframework.stereotype.Component;

/** What was chosen in stage one, for those who come later. */
@Component
public class StageOneChoices {
    private final Runs runs;

    StageOneChoices(Runs runs) {
        this.runs = runs;
    }

    /** The options of the subject's stage one; the default where there was none. */
    public SetUpOptions of(Run run) {
        return runs.find(run.runner(), StageOnePlan.NAME, run.subject())
                .map(RunView::terms)
                .map(OrderTerms::options)
                .orElse(SetUpOptions.DEFAULT);
    }
}
