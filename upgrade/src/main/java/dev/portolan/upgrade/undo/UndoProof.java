package dev.portolan.upgrade.undo;

import dev.portolan.contract.ProofQuestion;
import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.UndoPortal;
import dev.portolan.contract.UndoStock;
import dev.portolan.migration.NeedsPerson;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.stageone.Asking;
import dev.portolan.upgrade.stagetwo.OwnSide;
import dev.portolan.upgrade.stagetwo.ReportComparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sure that nothing is given up in the Portal that the Cloud does not have. */
@Component
class UndoProof {
    private final OwnSide own;
    private final TransferPortal transfers;
    private final UndoPortal portal;

    UndoProof(OwnSide own, TransferPortal transfers, UndoPortal portal) {
        this.own = own;
        this.transfers = transfers;
        this.portal = portal;
    }

    /**
     * Compares every report in scope, ahead of the freeze: on neither side can one of them change.
     *
     * @throws Refused {@code proof_mismatch}
     */
    void history(Run run) {
        var transfer = Undo.transfer(run);
        long ofTransfer = 0;
        @Nullable UUID after = null;
        while (true) {
            var last = after;
            var here = run.within(() -> own.page(transfer, Undo.from(run), last, ReportBatch.MAX_ROWS));
            if (here.isEmpty()) break;
            var documents = here.stream().map(ProvedReport::document).toList();
            var there = Asking.of(() -> transfers.prove(new ProofQuestion(transfer, null, documents)));
            var differences = ReportComparison.of(here, there).differences();
            if (!differences.isEmpty()) throw new Refused("proof_mismatch", differences.arguments());
            ofTransfer += there.ofTransfer();
            after = documents.getLast();
            run.at("undo-page-proved");
        }
        // What the transfer brought will be removed there: so none of it may be missing here.
        if (Asking.of(() -> transfers.count(transfer)).reports() != ofTransfer)
            throw new Refused("proof_mismatch", "reports");
    }

    /**
     * Compares the bytes of reports that have come back, as both sides have stored them.
     *
     * @throws NeedsPerson {@code proof_mismatch}: the operator acts
     */
    void broughtBack(Run run, List<UUID> documents) {
        var here = run.within(() -> own.stored(run.subject().value(), documents));
        var there = Asking.of(() -> transfers.prove(new ProofQuestion(Undo.transfer(run), null, documents)));
        var differences = ReportComparison.of(here, there).differences();
        if (!differences.isEmpty())
            throw new NeedsPerson(NeedsPerson.Who.OPERATOR, "proof_mismatch", differences.arguments());
    }

    /**
     * Has everything leave the Portal, and compares it with what the Cloud had sent there.
     *
     * @throws Refused {@code proof_mismatch} with the part that differs, or {@code undo_expired}
     */
    void rest(Run run) {
        var back = Asking.of(() -> portal.leave(Undo.order(run)));
        run.at("undo-leaving");
        var sent = run.within(() -> own.stock(Undo.transfer(run)));
        requireEqual(sent, back);
    }

    private static void requireEqual(TransferStock sent, UndoStock back) {
        var left = sent.accounts().stream().collect(Collectors.toMap(TransferStock.Account::pool, Function.identity()));
        if (left.size() != back.pools().size()) throw new Refused("proof_mismatch", "licences");
        var held = held(back);
        for (var pool : back.pools()) {
            var account = left.get(pool.pool());
            if (account == null) throw new Refused("proof_mismatch", "licences");
            var ought = account.remaining()
                    .add(account.reserved())
                    .add(pool.grantedIn())
                    .subtract(pool.grantedOut())
                    .subtract(pool.expired());
            var comes = pool.remaining().add(pool.reserved()).add(pool.kept());
            if (ought.compareTo(comes) != 0) throw new Refused("proof_mismatch", "licences");
            if (held.getOrDefault(pool.pool(), BigDecimal.ZERO).compareTo(pool.reserved()) != 0)
                throw new Refused("proof_mismatch", "reservations");
        }
    }

    private static Map<UUID, BigDecimal> held(UndoStock back) {
        return back.reservations().stream()
                .collect(Collectors.toMap(
                        UndoStock.Reservation::pool, UndoStock.Reservation::quantity, BigDecimal::add));
    }
}
