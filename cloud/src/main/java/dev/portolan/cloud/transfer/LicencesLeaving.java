package dev.portolan.cloud.transfer;

import dev.portolan.contract.RestProvision;
import dev.portolan.contract.TransferTry;
import dev.portolan.ledger.EntryKind;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.TransferRef;
import dev.portolan.upgrade.stagetwo.LicenceSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes licences out of an account, and brings them back. Each is one commit, so none is ever lost or doubled. */
@Component
class LicencesLeaving implements LicenceSource {
    private final LeavingStore store;
    private final RestRows rest;

    LicencesLeaving(LeavingStore store, RestRows rest) {
        this.store = store;
        this.rest = rest;
    }

    @Override
    public Optional<RestProvision> leave(TransferTry order) {
        if (!store.holdsFreeze(order)) return Optional.empty();
        store.out(order.tenant(), order.transfer()).stream()
                .filter(out -> out.ref().epoch() < order.epoch())
                .forEach(out -> reverse(order.tenant(), out));
        var ref = new TransferRef(order.transfer(), order.epoch());
        for (var balance : store.lockBalances(order)) {
            var entry = new LedgerEntry(
                    EntryKind.TRANSFER_OUT, new Quantity(balance.remaining()), new Quantity(balance.reserved()), ref);
            if (store.append(order.tenant(), balance.pool(), entry)) store.apply(order.tenant(), balance.pool(), entry);
        }
        store.moveReservations(order.tenant());
        return Optional.of(rest.read(order));
    }

    /** Reverses what has left with the transfer and was not reversed yet. */
    void comeBack(UUID company, UUID transfer) {
        store.out(company, transfer).forEach(out -> reverse(company, out));
        store.reopenReservations(company);
    }

    private void reverse(UUID company, LeavingStore.Out out) {
        var left = new LedgerEntry(
                EntryKind.TRANSFER_OUT, new Quantity(out.remaining()), new Quantity(out.reserved()), out.ref());
        var back = left.reversed();
        if (store.append(company, out.pool(), back)) store.apply(company, out.pool(), back);
    }
}
