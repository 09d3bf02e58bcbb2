package dev.portolan.upgrade.undo;

import dev.portolan.contract.UndoFreeze;
import dev.portolan.contract.UndoPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Freezes the tenant in the Portal, up to the moment in which only the Cloud decides. */
@Component
class Withdrawing {
    private final Migrations migrations;
    private final UndoPortal portal;
    private final Duration limit;

    Withdrawing(
            Migrations migrations, UndoPortal portal, @Value("${portolan.upgrade.freeze-limit:5m}") Duration limit) {
        this.migrations = migrations;
        this.portal = portal;
        this.limit = limit;
    }

    /** @throws Refused {@code cancelled} where the order does not stand any more */
    void start(Run run) {
        run.write(() -> {
            var state = migrations.state(run.runner(), run.subject());
            if (state.filter(MigrationState.UNDO_IN_PROGRESS::equals).isEmpty()) throw new Refused("cancelled");
        });
    }

    /** @throws Refused {@code undo_consumed} where a licence was used first */
    void freeze(Run run) {
        Asking.of(() -> portal.freeze(new UndoFreeze(Undo.order(run), (int) Math.max(1, limit.toSeconds()))));
    }
}
