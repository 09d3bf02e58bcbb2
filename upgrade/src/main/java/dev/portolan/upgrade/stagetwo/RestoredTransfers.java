package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.Phase;
import dev.portolan.migration.RestoredRuns;
import dev.portolan.migration.RestoredRuns.Found;
import dev.portolan.migration.RunState;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.stageone.RestoredStageOne;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Runs and states of transfers as they have to be after a restore. Every method joins the caller's transaction, so that a
 * company's account, run and state are set right in one commit.
 */
@Component
public class RestoredTransfers {
    private final RestoredRuns runs;
    private final RestoredStageOne stageOne;
    private final Migrations migrations;

    RestoredTransfers(RestoredRuns runs, RestoredStageOne stageOne, Migrations migrations) {
        this.runs = runs;
        this.stageOne = stageOne;
        this.migrations = migrations;
    }

    /** The run of a subject's transfer. */
    public Optional<Found> find(CompanyId subject) {
        return runs.find(subject, StageTwoPlan.NAME);
    }

    /** The next try gets an epoch beyond this one. */
    public void raise(Found run, long epoch) {
        runs.raise(new CompanyId(run.runnerId()), run.runId(), epoch);
    }

    /** Begins the transfer anew. */
    public void again(Found run, CompanyId subject, long epoch) {
        var runner = new CompanyId(run.runnerId());
        migrations.restored(runner, subject, MigrationState.STAGE_TWO_PENDING);
        runs.again(runner, run.runId(), run.plan(), subject, epoch);
    }

    /**
     * The Portal has activated it: only what follows from that is still to be done.
     *
     * @param by whose order it counts as where the order was lost
     * @param completed whether both sides had been compared and found equal
     */
    public void activated(CompanyId runner, CompanyId subject, UUID transfer, long epoch, UUID by, boolean completed) {
        var state = completed ? MigrationState.MIGRATION_COMPLETED : MigrationState.STAGE_TWO_IN_PROGRESS;
        migrations.restored(runner, subject, state);
        enter(runner, subject, transfer, Phase.ONWARD, completed ? RunState.DONE : RunState.RUNNING, epoch, by);
    }

    /** The Portal has something of a transfer that is not known here any more: the next order goes on with it. */
    public void unordered(CompanyId runner, CompanyId subject, UUID transfer, long epoch, UUID by) {
        enter(runner, subject, transfer, Phase.BACK, RunState.FAILED, epoch, by);
    }

    /** The account was given back; ordered again by a person. */
    public void ended(Found run, CompanyId subject, long epoch) {
        var runner = new CompanyId(run.runnerId());
        runs.enter(
                runner, run.runId(), run.plan(), subject, Phase.BACK, RunState.FAILED, epoch, Map.of(), run.runnerId());
    }

    /** The Portal does not know the tenant any more: stage one is done anew, and the transfer is ordered after it. */
    public boolean stageOneAgain(CompanyId subject) {
        return stageOne.again(subject);
    }

    /** A lost order's scope is not known, so its transfer is never found equal unless it brought no reports at all. */
    private void enter(
            CompanyId runner, CompanyId subject, UUID transfer, Phase phase, RunState state, long epoch, UUID by) {
        var terms = Transfer.terms(Transfer.NEVER, ZoneOffset.UTC, 0);
        runs.enter(runner, transfer, StageTwoPlan.NAME, subject, phase, state, epoch, terms, by);
    }
}
