package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.Outcome.Decision;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.status.Migrations.Reason;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives the account back after a fault, unless the Portal says that it has been activated after all. */
@Component
class GivingBack {
    private final FreezeRow row;
    private final TransferPortal portal;
    private final Copying copying;
    private final Migrations migrations;

    GivingBack(FreezeRow row, TransferPortal portal, Copying copying, Migrations migrations) {
        this.row = row;
        this.portal = portal;
        this.copying = copying;
        this.migrations = migrations;
    }

    void giveBack(Run run) {
        var company = run.subject().value();
        var freezing = run.within(() -> row.read(company));
        boolean mine = freezing.standsStill(run.id()) || run.id().equals(freezing.transfer()) && run.passed("freeze");
        if (mine && freezing.state() == FreezeRow.State.READ_ONLY) run.turnOnward();
        if (mine && freezing.state() == FreezeRow.State.ACTIVATING) {
            abort(run, freezing.epoch()); // only the Portal decides: nothing is given back before it has
            giveBack(run, company);
        } else {
            giveBack(run, company);
            run.at("given-back");
            if (mine) abort(run, freezing.epoch());
        }
        if (run.cancelled()) withdraw(run);
        else if (!mine && run.passed("start")) abort(run, run.epoch());
    }

    /** Of a cancelled transfer nothing stays in the Portal, not even hidden. */
    private void withdraw(Run run) {
        if (!run.passed("start")) return;
        Asking.of(() -> portal.open(Transfer.order(run)));
        copying.withdrawAll(run);
        run.at("withdrawn");
        abort(run, run.epoch());
    }

    private void giveBack(Run run, UUID company) {
        run.write(() -> row.giveBack(company, run.id()));
    }

    /** Tries to be first with the tombstone. */
    private void abort(Run run, long epoch) {
        var outcome = Asking.of(() -> portal.abort(Transfer.of(run, epoch)));
        if (outcome.decision() == Decision.ACTIVATED) run.turnOnward();
    }

    void failed(Run run) {
        var why = new Reason(run.reason().code(), run.reason().arguments());
        var event = run.cancelled() ? MigrationEvent.TRANSFER_CANCELLED : MigrationEvent.TRANSFER_ABORTED;
        run.write(() -> migrations.happened(run.runner(), run.subject(), event, null, why));
    }
}
