package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import org.springframework.stereotype.Component;

/** Says that it is done: to the Portal, to the company's managers, and in the status. */
@Component
class Ending {
    private final FreezeRow row;
    private final TransferPortal portal;
    private final Migrations migrations;
    private final CompletionMail mail;

    Ending(FreezeRow row, TransferPortal portal, Migrations migrations, CompletionMail mail) {
        this.row = row;
        this.portal = portal;
        this.migrations = migrations;
        this.mail = mail;
    }

    void complete(Run run) {
        long epoch = run.within(() -> row.read(run.subject().value())).epoch();
        Asking.of(() -> portal.complete(Transfer.of(run, epoch)));
    }

    /** Status and mails in one commit: a status that has moved before has sent its mails. */
    void done(Run run) {
        run.write(() -> migrations
                .happened(run.runner(), run.subject(), MigrationEvent.TRANSFER_DONE, null, null)
                .ifPresent(completed -> mail.send(run.subject(), run.id())));
    }
}
