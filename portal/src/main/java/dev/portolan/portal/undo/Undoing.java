package dev.portolan.portal.undo;

import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.Cleared;
import dev.portolan.contract.Done;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoFreeze;
import dev.portolan.contract.UndoPage;
import dev.portolan.contract.UndoStock;
import dev.portolan.contract.UndoTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.freeze.TenantFreezeState;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out the messages of an undo; each may come again. */
@Component
public class Undoing {
    private static final Logger log = LoggerFactory.getLogger(Undoing.class);

    private final Tenancy tenancy;
    private final UndoRows rows;
    private final Leaving leaving;
    private final LeavingRows stock;
    private final Grants grants;
    private final Removal removal;
    private final UndoReports reports;
    private final PartnerView partner;
    private final UndoLease lease;
    private final Clock clock;

    Undoing(
            Tenancy tenancy,
            UndoRows rows,
            Leaving leaving,
            LeavingRows stock,
            Grants grants,
            Removal removal,
            UndoReports reports,
            PartnerView partner,
            UndoLease lease,
            Clock clock) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.leaving = leaving;
        this.stock = stock;
        this.grants = grants;
        this.removal = removal;
        this.reports = reports;
        this.partner = partner;
        this.lease = lease;
        this.clock = clock;
    }

    /** @throws PortalRefusal {@code undo_consumed}, {@code undo_granted_reserved} or {@code undo_grantor_unknown} */
    public Done freeze(UndoFreeze freeze) {
        var undo = freeze.undo();
        return bound(undo, () -> {
            var before = rows.fenced(undo);
            if (rows.undoneBy(undo).isPresent()) throw new PortalRefusal("already_decided", "undone");
            requireUnused(undo);
            boolean again = before.state() == TenantFreezeState.FROZEN
                    && undo.order().transfer().equals(before.undo());
            var deadline = again && before.deadline() != null
                    ? before.deadline()
                    : clock.instant().plusSeconds(freeze.leaseSeconds());
            rows.frozen(undo, deadline);
            lease.watch(undo, deadline);
            return new Done(clock.instant(), again);
        });
    }

    private void requireUnused(UndoTry undo) {
        if (stock.consumed(undo)) throw new PortalRefusal("undo_consumed", "a licence was used");
        grants.requireReturnable(undo);
    }

    public UndoStock leave(UndoTry undo) {
        return bound(undo, () -> {
            var standing = rows.fenced(undo);
            if (!standing.holds(undo) || standing.state() != TenantFreezeState.FROZEN)
                throw new PortalRefusal("undo_expired", "not frozen");
            return leaving.leave(undo);
        });
    }

    public UndoStock commit(UndoTry undo) {
        return bound(undo, () -> {
            var standing = rows.fenced(undo);
            if (!standing.holds(undo)) throw new PortalRefusal("undo_expired", "not frozen");
            if (standing.state() != TenantFreezeState.UNDOING) {
                boolean inTime = standing.state() == TenantFreezeState.FROZEN
                        && standing.deadline() != null
                        && clock.instant().isBefore(standing.deadline());
                if (!inTime) throw new PortalRefusal("undo_expired", "not frozen");
                rows.undoing(undo);
            }
            return leaving.leave(undo);
        });
    }

    /** From this commit on nothing of the transfer is seen here; what leaves has left before, or leaves now. */
    public Done settle(UndoTry undo) {
        return bound(undo, () -> {
            rows.locked(undo.order());
            if (rows.undoneBy(undo).isPresent()) return new Done(clock.instant(), true);
            leaving.leave(undo);
            grants.giveBack(undo);
            removal.rest(undo);
            rows.over(undo);
            partner.backToStageOne(undo);
            rows.undone(undo);
            log.info("transfer undone tenant={} transfer={}", undo.order().tenant(), undo.transfer());
            return new Done(clock.instant(), false);
        });
    }

    public Done abort(UndoTry undo) {
        return bound(undo, () -> {
            var standing = rows.locked(undo.order());
            if (rows.undoneBy(undo).isPresent()) throw new PortalRefusal("already_decided", "undone");
            boolean mine = undo.order().transfer().equals(standing.undo());
            if (!mine && standing.state() != TenantFreezeState.ACTIVE)
                return new Done(clock.instant(), true); // another undo's freeze is none of this one's business
            if (mine && standing.epoch() > undo.order().epoch())
                throw new PortalRefusal("stale_epoch", "it is " + standing.epoch());
            leaving.reverse(undo, undo.order().epoch());
            rows.over(undo);
            return new Done(clock.instant(), false);
        });
    }

    public BroughtBack broughtBack(UndoPage page) {
        return bound(page.undo(), () -> reports.page(page));
    }

    /** @throws PortalRefusal {@code not_ready} while the transfer is in force */
    public Cleared clear(UndoTry undo) {
        return bound(undo, () -> {
            if (rows.undoneBy(undo).isEmpty()) throw new PortalRefusal("not_ready", "not undone");
            return removal.reports(undo);
        });
    }

    /** The lease has ended: gives the tenant back, unless the undo went on meanwhile. */
    void expire(UndoTry undo) {
        bound(undo, () -> {
            var standing = rows.locked(undo.order());
            boolean over = undo.order().transfer().equals(standing.undo())
                    && standing.state() == TenantFreezeState.FROZEN
                    && standing.deadline() != null
                    && !clock.instant().isBefore(standing.deadline());
            if (!over) return false;
            var held = new UndoTry(
                    new TransferTry(undo.order().tenant(), undo.order().transfer(), standing.epoch()), undo.transfer());
            leaving.reverse(held, held.order().epoch());
            rows.over(held);
            log.warn(
                    "undo expired tenant={} undo={}",
                    undo.order().tenant(),
                    undo.order().transfer());
            return true;
        });
    }

    private <T> T bound(UndoTry undo, Supplier<T> work) {
        return tenancy.within(new CompanyId(undo.order().tenant()), work);
    }
}
