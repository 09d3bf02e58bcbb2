package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.springframework.stereotype.Component;

/**
 * Proves the history while the account works on, and catches up with it, so that little is left for the freeze. Whatever
 * takes the longer the more reports there are is done here, before it.
 */
@Component
class History {
    private static final int FEW = 20;
    private static final int ROUNDS = 10;

    private final Copying copying;
    private final BatchProof batches;
    private final OwnSide own;
    private final TransferPortal portal;

    History(Copying copying, BatchProof batches, OwnSide own, TransferPortal portal) {
        this.copying = copying;
        this.batches = batches;
        this.own = own;
        this.portal = portal;
    }

    /** @throws Refused {@code proof_mismatch} */
    void prove(Run run) {
        batches.prove(run);
        for (int round = 0; round < ROUNDS && copying.behind(run) > FEW; round++) {
            copying.copy(run);
            batches.prove(run);
        }
        count(run);
    }

    /** What the batches add up to is all there is, on both sides. */
    private void count(Run run) {
        var order = Transfer.order(run);
        if (run.within(() -> own.reportsMissing(order, Transfer.from(run))) != 0)
            throw new Refused("proof_mismatch", "scope");
        boolean allProved = run.within(() -> copying.allProved(order));
        long brought = run.within(() -> own.reportsBrought(order));
        var stands = Asking.of(() -> portal.count(order));
        if (allProved && stands.reports() != brought) throw new Refused("proof_mismatch", "reports");
        if (!stands.found()) throw new Refused("proof_mismatch", "search");
    }
}
