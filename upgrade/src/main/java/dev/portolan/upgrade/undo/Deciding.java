package dev.portolan.upgrade.undo;

import dev.portolan.contract.UndoPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.springframework.stereotype.Component;

/** The point of no return of an undo: one commit in the Cloud. */
@Component
class Deciding {
    private final UndoRow row;
    private final UndoPortal portal;

    Deciding(UndoRow row, UndoPortal portal) {
        this.row = row;
        this.portal = portal;
    }

    boolean decided(Run run) {
        return run.within(() -> row.undone(run.subject().value(), run.id())).isPresent();
    }

    /**
     * Where the answer of the Portal is lost, the next epoch begins anew with the freeze.
     *
     * @throws Refused {@code undo_expired} where the Portal has given the tenant back before
     */
    void decide(Run run) {
        var undo = Undo.order(run);
        var stock = Asking.of(() -> portal.commit(undo));
        run.at("undo-committed");
        boolean undone = run.within(() -> row.undo(undo, stock, run.by()));
        if (!undone) throw new Refused("undo_not_read_only");
        run.at("undo-decided");
    }
}
