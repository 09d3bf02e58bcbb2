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
    private final Migrations migrations;

    GivingBack(FreezeRow row, TransferPortal portal, Migrations migrations) {
        this.row = row;
        this.portal = portal;
        this.migrations = migrations;
    }

    void giveBack(Run run) {
        var company = run.subject().value();
        var freezing = run.within(() -> row.read(company));
        boolean mine = run.id().equals(freezing.transfer());
        if (mine && freezing.state() == FreezeRow.State.READ_ONLY) run.turnOnward();
        if (mine && freezing.state() == FreezeRow.State.ACTIVATING) {
            abort(run, freezing.epoch()); // only the Portal decides: nothing is given back before it has
            giveBack(run, company);
        } else {
            giveBack(run, company);
            run.at("given-back");
            if (!run.reason().code().equals("cancelled")) abort(run, mine ? freezing.epoch() : run.epoch());
        }
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
        run.write(() -> migrations.happened(run.runner(), run.subject(), MigrationEvent.TRANSFER_ABORTED, null, why));
    }
}
