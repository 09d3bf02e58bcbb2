package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferPortal;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import org.springframework.stereotype.Component;

/** Under the freeze: compares balances, reservations and workflows, and the roots of the batches proved already. */
@Component
class RestProof {
    private final OwnSide own;
    private final TransferPortal portal;

    RestProof(OwnSide own, TransferPortal portal) {
        this.own = own;
        this.portal = portal;
    }

    /** @throws Refused {@code proof_mismatch} with the parts that differ */
    void prove(Run run) {
        var order = Transfer.order(run);
        var ought = run.within(() -> own.stock(order));
        if (run.within(() -> own.unfollowed(order)) != 0) throw new Refused("proof_mismatch", "scope");
        var differing = Comparison.hidden(ought, Asking.of(() -> portal.stock(order)));
        if (!differing.isEmpty()) throw new Refused("proof_mismatch", differing.arguments());
    }
}
