package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ProofRoot;
import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.springframework.stereotype.Component;

/** Compares each batch as the Portal reads it back with the Cloud's own enumeration. */
@Component
class BatchProof {
    private final ReportSource reports;
    private final OwnSide own;
    private final TransferPortal portal;
    private final SideBySide batches;

    BatchProof(ReportSource reports, OwnSide own, TransferPortal portal, SideBySide batches) {
        this.reports = reports;
        this.own = own;
        this.portal = portal;
        this.batches = batches;
    }

    /** @throws Refused {@code proof_mismatch} */
    void prove(Run run) {
        var order = Transfer.order(run);
        batches.each(run.within(() -> reports.unproved(order)), batch -> prove(run, batch));
    }

    private void prove(Run run, int batch) {
        var order = Transfer.order(run);
        var here = run.within(() -> own.batch(order, batch));
        var documents = here.stream().map(ProvedReport::document).toList();
        var there = Asking.of(() -> portal.prove(new ProofQuestion(order, batch, documents)));
        var comparison = ReportComparison.of(here, there);
        long before = run.within(() -> own.found(order, batch));
        if (there.seen() > before || here.size() - there.ofTransfer() > before)
            comparison.differences().add("shown");
        if (!comparison.differences().isEmpty()) {
            // While the account works on, a report may change between the copy and the proof; it is proved once
            // followed.
            if (run.within(() -> own.unfollowed(order)) > 0) return;
            throw new Refused("proof_mismatch", comparison.differences().arguments());
        }
        var root = ProofRoot.of(comparison.compared());
        run.at("batch-proved");
        run.write(() -> reports.proved(order, batch, root, there.ofTransfer()));
        run.progressed();
    }
}
