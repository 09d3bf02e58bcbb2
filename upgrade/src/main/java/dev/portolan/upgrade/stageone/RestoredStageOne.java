package dev.portolan.upgrade.stageone;

import dev.portolan.migration.RestoredRuns;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import org.springframework.stereotype.Component;

/** Does stage one anew where the Portal has lost it by a restore. */
@Component
public class RestoredStageOne {
    private final RestoredRuns runs;
    private final Migrations migrations;

    RestoredStageOne(RestoredRuns runs, Migrations migrations) {
        this.runs = runs;
        this.migrations = migrations;
    }

    /** Whether stage one of the company is done, or at work. */
    public boolean stands(CompanyId subject) {
        return runs.stands(subject, StageOnePlan.NAME);
    }

    /** Joins the caller's transaction; false where it was never ordered. */
    public boolean again(CompanyId subject) {
        var run = runs.find(subject, StageOnePlan.NAME);
        run.ifPresent(found -> {
            var runner = new CompanyId(found.runnerId());
            migrations.restored(runner, subject, MigrationState.STAGE_ONE_IN_PROGRESS);
            runs.again(runner, found.runId(), found.plan(), subject, 0);
        });
        return run.isPresent();
    }
}
