package dev.portolan.portal.undo;

import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import dev.portolan.ledger.EntryKind;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.TransferRef;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes out of the tenant what the transfer brought, and brings it back. Each is one commit. */
@Component
class Leaving {
    private final LeavingRows rows;
    private final Grants grants;

    Leaving(LeavingRows rows, Grants grants) {
        this.rows = rows;
        this.grants = grants;
    }

    /** Entries of an earlier epoch are reversed in the same commit. */
    UndoStock leave(UndoTry undo) {
        reverse(undo, undo.order().epoch() - 1);
        var kept = grants.since(undo).stream()
                .collect(Collectors.toMap(Grants.Grant::pool, Grants.Grant::quantity, BigDecimal::add));
        for (var balance : rows.lockBalances(undo)) {
            var ref = new TransferRef(undo.order().transfer(), undo.order().epoch());
            var stays = new Quantity(kept.getOrDefault(balance.pool(), BigDecimal.ZERO));
            var out = new LedgerEntry(
                    EntryKind.TRANSFER_OUT,
                    new Quantity(balance.remaining()).minus(stays),
                    new Quantity(balance.reserved()),
                    ref);
            if (rows.append(undo, balance.pool(), out)) rows.apply(undo, balance.pool(), out);
        }
        rows.moveReservations(undo);
        return new UndoStock(rows.pools(undo, kept), rows.reservations(undo));
    }

    /** Reverses what has left with this undo up to the epoch and was not reversed yet. */
    void reverse(UndoTry undo, long upTo) {
        var out = rows.out(undo).stream()
                .filter(each -> each.ref().epoch() <= upTo)
                .toList();
        if (out.isEmpty()) return;
        for (var each : out) {
            var left = new LedgerEntry(
                    EntryKind.TRANSFER_OUT, new Quantity(each.remaining()), new Quantity(each.reserved()), each.ref());
            var back = left.reversed();
            if (rows.append(undo, each.pool(), back)) rows.apply(undo, each.pool(), back);
        }
        rows.reopenReservations(undo);
    }
}
