package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.NeedsPerson;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.Migrations;
import dev.portolan.upgrade.status.Migrations.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enumerates everything once more, on both sides, after the activation. */
@Component
class FinalProof {
    private final OwnSide own;
    private final FreezeRow row;
    private final TransferPortal portal;
    private final Migrations migrations;

    FinalProof(OwnSide own, FreezeRow row, TransferPortal portal, Migrations migrations) {
        this.own = own;
        this.row = row;
        this.portal = portal;
        this.migrations = migrations;
    }

    /** @throws NeedsPerson {@code proof_mismatch}: the operator acts, and the transfer is never shown as completed */
    void prove(Run run) {
        long epoch = run.within(() -> row.read(run.subject().value())).epoch();
        var order = Transfer.of(run, epoch);
        long ofTransfer = 0;
        @Nullable UUID after = null;
        while (true) {
            var last = after;
            var here = run.within(() -> own.page(order, Transfer.from(run), last, ReportBatch.MAX_ROWS));
            if (here.isEmpty()) break;
            var documents = here.stream().map(ProvedReport::document).toList();
            var there = Asking.of(() -> portal.prove(new ProofQuestion(order, null, documents)));
            var differing = ReportComparison.of(here, there).differences();
            if (!differing.isEmpty()) throw mismatch(run, differing.arguments());
            ofTransfer += there.ofTransfer();
            after = documents.getLast();
            run.at("page-proved");
        }
        var ought = run.within(() -> own.stock(order));
        var stands = Asking.of(() -> portal.stock(order));
        var counted = Asking.of(() -> portal.count(order));
        if (counted.reports() != ofTransfer) throw mismatch(run, "reports");
        if (!counted.found()) throw mismatch(run, "search");
        var differing = Comparison.activated(ought, stands);
        if (!differing.isEmpty()) throw mismatch(run, differing.arguments());
    }

    private NeedsPerson mismatch(Run run, String... what) {
        run.write(() -> migrations.happened(
                run.runner(), run.subject(), MigrationEvent.PROOF_FAULT, null, Reason.of("proof_mismatch", what)));
        return new NeedsPerson(NeedsPerson.Who.OPERATOR, "proof_mismatch", what);
    }
}
