package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.Outcome.Decision;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import org.springframework.stereotype.Component;

/** Begins: the status moves, and the Portal hears of the new epoch, which fences older ones off. */
@Component
class Opening {
    private final Migrations migrations;
    private final TransferPortal portal;

    Opening(Migrations migrations, TransferPortal portal) {
        this.migrations = migrations;
        this.portal = portal;
    }

    /** @throws Refused {@code cancelled} where the order was taken back before it was begun */
    void start(Run run) {
        run.write(() -> {
            var moved = migrations.happened(run.runner(), run.subject(), MigrationEvent.TRANSFER_STARTED, null, null);
            var state = moved.or(() -> migrations.state(run.runner(), run.subject()));
            if (state.filter(now -> now == MigrationState.STAGE_TWO_IN_PROGRESS).isEmpty()) throw Refused.cancelled();
        });
    }

    void open(Run run) {
        var outcome = Asking.of(() -> portal.open(Transfer.order(run)));
        if (outcome.decision() == Decision.ACTIVATED) throw new Refused("already_activated");
    }
}
