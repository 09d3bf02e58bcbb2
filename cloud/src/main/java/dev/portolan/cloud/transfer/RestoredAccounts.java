package dev.portolan.cloud.transfer;

import dev.portolan.cloud.transfer.LeavingStore.Balance;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferStock.Account;
import dev.portolan.contract.TransferTry;
import dev.portolan.ledger.EntryKind;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.TransferRef;
import dev.portolan.upgrade.stagetwo.ReportSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sets accounts right after a restore: what the Portal has activated leaves the Cloud as it arrived there, and what the
 * Portal has lost comes back. Each expects a transaction bound to the company, and is one commit.
 */
@Component
public class RestoredAccounts {
    private final LicencesLeaving licences;
    private final LeavingStore leaving;
    private final RestoredRows rows;
    private final ReportSource reports;

    RestoredAccounts(LicencesLeaving licences, LeavingStore leaving, RestoredRows rows, ReportSource reports) {
        this.licences = licences;
        this.leaving = leaving;
        this.rows = rows;
        this.reports = reports;
    }

    /**
     * What the restored Cloud did not know of a pool.
     *
     * @param change negative: so many licences were used, or had left the account; positive: so many were granted
     */
    public record Unknown(UUID pool, String product, BigDecimal change) {}

    /** Makes the account read-only, by the Portal's outcome, with everything out that arrived there. */
    public List<Unknown> moved(TransferTry order, TransferStock arrived) {
        var unknown = new ArrayList<Unknown>();
        boolean out = leaving.out(order.tenant(), order.transfer()).stream()
                .anyMatch(left -> left.ref().epoch() == order.epoch());
        if (!out) {
            licences.comeBack(order.tenant(), order.transfer());
            releaseAllBut(order, arrived);
            arrived.accounts().forEach(account -> rows.makePool(order.tenant(), account));
            for (var balance : leaving.lockBalances(order)) unknown.addAll(leave(order, balance, arrived));
            leaving.moveReservations(order.tenant());
        }
        rows.state(order, "READ_ONLY");
        reports.leave(order);
        return unknown;
    }

    /** Reservations that were closed in the time that was lost: what became of them is in the balances. */
    private void releaseAllBut(TransferTry order, TransferStock arrived) {
        var moved = arrived.reservations().stream().map(TransferStock.Held::id).collect(Collectors.toSet());
        for (var held : rows.open(order.tenant()))
            if (!moved.contains(held.reservation()) && rows.release(order.tenant(), held.reservation()))
                book(order, held.pool(), EntryKind.RELEASE, held.quantity());
    }

    private List<Unknown> leave(TransferTry order, Balance before, TransferStock arrived) {
        var there = arrived.accounts().stream()
                .filter(account -> account.pool().equals(before.pool()))
                .findFirst();
        var remaining = there.map(Account::remaining).orElse(BigDecimal.ZERO);
        var reserved = there.map(Account::reserved).orElse(BigDecimal.ZERO);
        var balance = rows.balance(order.tenant(), before.pool());
        var change = remaining.add(reserved).subtract(balance.remaining()).subtract(balance.reserved());
        if (change.signum() > 0) book(order, before.pool(), EntryKind.GRANT_IN, change);
        if (change.signum() < 0) {
            book(order, before.pool(), EntryKind.RESERVE, change.negate());
            book(order, before.pool(), EntryKind.CONSUME, change.negate());
        }
        var held = reserved.subtract(balance.reserved());
        if (held.signum() != 0)
            book(order, before.pool(), held.signum() > 0 ? EntryKind.RESERVE : EntryKind.RELEASE, held.abs());
        var out = new LedgerEntry(
                EntryKind.TRANSFER_OUT,
                new Quantity(remaining),
                new Quantity(reserved),
                new TransferRef(order.transfer(), order.epoch()));
        if (leaving.append(order.tenant(), before.pool(), out)) leaving.apply(order.tenant(), before.pool(), out);
        return change.signum() == 0
                ? List.of()
                : List.of(new Unknown(before.pool(), rows.product(order.tenant(), before.pool()), change));
    }

    private void book(TransferTry order, UUID pool, EntryKind kind, BigDecimal quantity) {
        rows.append(order.tenant(), pool, kind, quantity);
        leaving.apply(order.tenant(), pool, LedgerEntry.of(kind, new Quantity(quantity)));
    }

    /** Gives the account back; only after the Portal has buried the try. What was copied is copied anew next time. */
    public void back(TransferTry order) {
        licences.comeBack(order.tenant(), order.transfer());
        rows.state(order, "ACTIVE");
        reports.leave(order);
    }

    /** What was copied is copied anew. */
    public void copyAgain(TransferTry order) {
        reports.leave(order);
    }

    /** Nobody writes here until a person has looked at both sides. */
    public void hold(TransferTry order) {
        rows.state(order, "READ_ONLY");
    }

    /** Those of these documents that stand here. */
    public List<UUID> standing(UUID company, List<UUID> documents) {
        return rows.standing(company, documents);
    }
}
