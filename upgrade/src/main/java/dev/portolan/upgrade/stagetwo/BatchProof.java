package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ProofRoot;
import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares each batch as the Portal reads it back with the Cloud's own enumeration. */
@Component
class BatchProof {
    private final ReportSource reports;
    private final OwnSide own;
    private final TransferPortal portal;

    BatchProof(ReportSource reports, OwnSide own, TransferPortal portal) {
        this.reports = reports;
        this.own = own;
        this.portal = portal;
    }

    /** @throws Refused {@code proof_mismatch} */
    void prove(Run run) {
        for (var next = next(run); next != null; next = next(run)) prove(run, next);
    }

    private @Nullable Integer next(Run run) {
        return run.within(() -> reports.nextUnproved(Transfer.order(run)).orElse(null));
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
        if (!comparison.differences().isEmpty())
            throw new Refused("proof_mismatch", comparison.differences().arguments());
        var root = ProofRoot.of(comparison.compared());
        run.at("batch-proved");
        run.write(() -> reports.proved(order, batch, root, there.ofTransfer()));
        run.progressed();
    }
}
