package dev.portolan.upgrade.stageone;

import dev.portolan.migration.Run;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.status.Migrations.Reason;
import org.springframework.stereotype.Component;

/** Says how stage one ended. */
@Component
class StageOneEnd {
    private final Migrations migrations;

    StageOneEnd(Migrations migrations) {
        this.migrations = migrations;
    }

    void done(Run run) {
        run.write(() -> migrations.happened(run.runner(), run.subject(), MigrationEvent.STAGE_ONE_DONE, null, null));
    }

    void failed(Run run) {
        var why = new Reason(run.reason().code(), run.reason().arguments());
        run.write(() -> migrations.happened(run.runner(), run.subject(), MigrationEvent.STAGE_ONE_FAULT, null, why));
    }
}
