package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.freeze.FreezeState;
import dev.portolan.cloud.reconcile.Verdict.ActivationLost;
import dev.portolan.cloud.reconcile.Verdict.Agrees;
import dev.portolan.cloud.reconcile.Verdict.Behind;
import dev.portolan.cloud.reconcile.Verdict.CopyAgain;
import dev.portolan.cloud.reconcile.Verdict.Moved;
import dev.portolan.cloud.reconcile.Verdict.Person;
import dev.portolan.cloud.reconcile.Verdict.TenantLost;
import dev.portolan.cloud.reconcile.Verdict.Unordered;
import dev.portolan.contract.TransferBooks.Decided;
import dev.portolan.contract.TransferBooks.Tenant;
import dev.portolan.contract.TransferBooks.Transfer;
import dev.portolan.contract.TransferTry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares one company. The Portal's outcome row decides; what neither side can know is never guessed in favour of a
 * company that could use a unit twice.
 */
final class Judgement {
    private static final String UNDONE = "UNDONE";
    private static final Set<String> KNOWN = Set.of("ACTIVATED", "ABORTED", UNDONE);

    private final CloudSide cloud;
    private final Tenant portal;
    private final boolean restored;

    private Judgement(CloudSide cloud, Tenant portal, boolean restored) {
        this.cloud = cloud;
        this.portal = portal;
        this.restored = restored;
    }

    /** @param restored whether one of the databases was; then whatever was being copied is copied anew */
    static Verdict of(CloudSide cloud, Tenant portal, boolean restored) {
        return new Judgement(cloud, portal, restored).verdict();
    }

    private Verdict verdict() {
        var activated = portal.transfers().stream()
                .filter(transfer -> transfer.activated().isPresent())
                .toList();
        if (strange()) return new Person("other_outcome");
        if (restored && portal.undoing()) return new Person("undo_under_way");
        if (activated.size() > 1) return new Person("activated_twice");
        if (!activated.isEmpty()) return activated(activated.getFirst());
        if (cloud.freeze().state() == FreezeState.READ_ONLY) return lost();
        if (restored && !portal.stands() && cloud.invited()) return new TenantLost();
        return undecided();
    }

    /** Outcomes that a newer version has written. */
    private boolean strange() {
        return portal.transfers().stream()
                .flatMap(transfer -> transfer.outcomes().stream())
                .map(Decided::outcome)
                .anyMatch(outcome -> !KNOWN.contains(outcome));
    }

    private Verdict activated(Transfer transfer) {
        long epoch = transfer.activated().orElseThrow().epoch();
        if (cloud.undone().contains(transfer.transfer())) return new Person("undo_lost_in_the_portal");
        var order = new TransferTry(cloud.company(), transfer.transfer(), epoch);
        var freeze = cloud.freeze();
        if (of(freeze.transfer(), order) && freeze.epoch() == epoch)
            if (freeze.state() == FreezeState.READ_ONLY || freeze.state() == FreezeState.ACTIVATING)
                return fenced(transfer);
        if (freeze.state() == FreezeState.READ_ONLY && !of(freeze.transfer(), order))
            return new Person("read_only_by_another_transfer");
        if (cloud.transfer() != null && !cloud.transfer().id().equals(order.transfer()))
            return new Person("ordered_under_another_id");
        return new Moved(order, transfer.epoch(), transfer.completedAt() != null);
    }

    private static boolean of(@Nullable UUID transfer, TransferTry order) {
        return order.transfer().equals(transfer);
    }

    private Verdict fenced(Transfer transfer) {
        var run = cloud.transfer();
        return run != null && run.open() && run.epoch() < transfer.epoch()
                ? new Behind(transfer.epoch())
                : new Agrees();
    }

    private Verdict lost() {
        var freeze = cloud.freeze();
        var transfer = Objects.requireNonNull(freeze.transfer());
        if (find(transfer).filter(Judgement::undone).isPresent()) return new Person("undo_lost_in_the_cloud");
        if (cloud.transfer() == null || !cloud.transfer().id().equals(transfer)) return new Person("order_unknown");
        var order = new TransferTry(cloud.company(), transfer, freeze.epoch());
        return new ActivationLost(order, fence(transfer), portal.stands());
    }

    private Verdict undecided() {
        var run = cloud.transfer();
        if (run == null) return unordered(portal.transfers());
        long fence = fence(run.id());
        boolean differs = run.epoch() < fence;
        if (!run.open() || !restored && !differs) return new Agrees();
        boolean held = cloud.freeze().state() != FreezeState.ACTIVE;
        long epoch = held ? cloud.freeze().epoch() : run.epoch();
        return new CopyAgain(new TransferTry(cloud.company(), run.id(), Math.max(epoch, 1)), fence, held);
    }

    private static Verdict unordered(List<Transfer> all) {
        var transfers = all.stream().filter(transfer -> !undone(transfer)).toList();
        if (transfers.isEmpty()) return new Agrees();
        if (transfers.size() > 1) return new Person("ordered_twice");
        return new Unordered(
                transfers.getFirst().transfer(), transfers.getFirst().epoch());
    }

    private static boolean undone(Transfer transfer) {
        return transfer.outcomes().stream().anyMatch(outcome -> outcome.is(UNDONE));
    }

    private long fence(UUID transfer) {
        return find(transfer).map(Transfer::epoch).orElse(0L);
    }

    private Optional<Transfer> find(UUID transfer) {
        return portal.transfers().stream()
                .filter(one -> one.transfer().equals(transfer))
                .findFirst();
    }
}
