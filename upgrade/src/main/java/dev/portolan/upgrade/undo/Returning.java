package dev.portolan.upgrade.undo;

import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.UndoPage;
import dev.portolan.contract.UndoPortal;
import dev.portolan.contract.UndoTry;
import dev.portolan.migration.Backoff;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.stagetwo.CompletionMail;
import dev.portolan.upgrade.stagetwo.ReportSource;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from the outcome of an undo: tried until it is done. */
@Component
class Returning {
    private final UndoRow row;
    private final UndoPortal portal;
    private final UndoProof proof;
    private final ReportSource source;
    private final Migrations migrations;
    private final CompletionMail mail;
    private final Certificates certificates;

    Returning(
            UndoRow row,
            UndoPortal portal,
            UndoProof proof,
            ReportSource source,
            Migrations migrations,
            CompletionMail mail,
            Certificates certificates) {
        this.row = row;
        this.portal = portal;
        this.proof = proof;
        this.source = source;
        this.migrations = migrations;
        this.mail = mail;
        this.certificates = certificates;
    }

    /** The Portal hides what the transfer brought, and gives the tenant back. */
    void settle(Run run) {
        Asking.of(Backoff.PATIENT, () -> portal.settle(decided(run)));
        run.at("undo-settled");
    }

    /** Reports that the Portal has received itself since the transfer are the company's too. */
    void reports(Run run) {
        var undo = decided(run);
        @Nullable UUID after = null;
        while (true) {
            var page = new UndoPage(undo, after);
            var back = Asking.of(() -> portal.broughtBack(page));
            var documents = documents(back);
            if (documents.isEmpty()) return;
            run.write(() -> row.keep(back));
            run.at("undo-reports-kept");
            proof.broughtBack(run, documents);
            after = documents.getLast();
            run.progressed();
        }
    }

    private static List<UUID> documents(BroughtBack back) {
        var documents = new ArrayList<UUID>();
        for (var rows = back.tuples(); rows.next(); ) documents.add(rows.document());
        return documents;
    }

    /** The reports that the transfer had brought are hidden by now; they go in parts. */
    void clear(Run run) {
        var undo = decided(run);
        while (Asking.of(() -> portal.clear(undo)).removed() > 0) {
            run.at("undo-cleared");
            run.progressed();
        }
    }

    /** By a signed successor, on both sides. */
    void revoke(Run run) {
        Asking.of(Backoff.PATIENT, () -> certificates.revoke(run.runner(), run.subject(), run.by()));
        run.at("undo-certificate-revoked");
    }

    /** Status and mails in one commit; the next transfer follows the reports anew. */
    void done(Run run) {
        run.write(() -> {
            source.leave(Undo.transfer(run));
            migrations
                    .happened(run.runner(), run.subject(), MigrationEvent.TRANSFER_UNDONE, null, null)
                    .ifPresent(undone -> mail.sendUndone(run.subject(), run.id()));
        });
    }

    private UndoTry decided(Run run) {
        long epoch =
                run.within(() -> row.undone(run.subject().value(), run.id())).orElseThrow();
        return Undo.of(run, epoch);
    }
}
