package dev.portolan.upgrade.undo;

import dev.portolan.contract.UndoPortal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.status.Migrations.Reason;
import org.springframework.stereotype.Component;

/** Leaves the transfer as it was after a fault, unless the undo was decided after all. */
@Component
class Abandoning {
    private final UndoRow row;
    private final UndoPortal portal;
    private final Migrations migrations;

    Abandoning(UndoRow row, UndoPortal portal, Migrations migrations) {
        this.row = row;
        this.portal = portal;
        this.migrations = migrations;
    }

    void giveBack(Run run) {
        var undo = Undo.order(run);
        boolean undone = run.within(() -> {
            row.giveUp(undo);
            return row.undone(run.subject().value(), run.id()).isPresent();
        });
        if (undone) run.turnOnward();
        run.at("undo-given-up");
        Asking.of(() -> portal.abort(undo));
    }

    void failed(Run run) {
        var why = new Reason(run.reason().code(), run.reason().arguments());
        run.write(() -> migrations.happened(run.runner(), run.subject(), MigrationEvent.UNDO_ABORTED, null, why));
    }
}
