package dev.portolan.portal.licence;

import dev.portolan.ledger.CloseDecision;
import dev.portolan.ledger.LedgerEntry;
import dev.portolan.ledger.Licensing;
import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.RefusalCode;
import dev.portolan.ledger.ReservationState;
import dev.portolan.ledger.ReserveDecision;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.freeze.TenantFreeze;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reserves, releases and consumes licences. Locks are taken in one order: freeze row, reservation, balance. */
@Component
public class Licences {
    private final Tenancy tenancy;
    private final TenantFreeze freeze;
    private final LicenceStore store;
    private final Clock clock;

    Licences(Tenancy tenancy, TenantFreeze freeze, LicenceStore store, Clock clock) {
        this.tenancy = tenancy;
        this.freeze = freeze;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets licences aside: out of the user's pool if it is of the product, else out of the tenant's own pools, those that
     * expire first before the others, else out of a trial pool. Idempotent by key.
     *
     * @throws Refusal {@code unknown_product} (422), {@code licence_exhausted} or {@code licence_expired} (409), and
     *     what {@link TenantFreeze#share} throws
     */
    public Reservation reserve(CompanyId tenant, ReserveCommand command) {
        return tenancy.within(tenant, () -> {
            freeze.share(tenant);
            return store.byKey(tenant, command.key()).orElseGet(() -> reserveAnew(tenant, command));
        });
    }

    private Reservation reserveAnew(CompanyId tenant, ReserveCommand command) {
        var cost = store.rate(command.product())
                .orElseThrow(() -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "unknown_product"))
                .cost(command.uses());
        var now = clock.instant();
        var why = new ArrayList<RefusalCode>();
        for (var pool : store.pools(tenant, command.product(), command.userId())) {
            switch (decide(tenant, pool, cost, now)) {
                case ReserveDecision.Granted granted -> {
                    return write(tenant, command, pool, cost, granted.entry());
                }
                case ReserveDecision.Exhausted exhausted -> why.add(exhausted.reason());
                case ReserveDecision.Expired expired -> why.add(expired.reason());
            }
        }
        // "Expired" is the reason only where every pool has.
        boolean expired = !why.isEmpty() && why.stream().allMatch(RefusalCode.LICENCE_EXPIRED::equals);
        throw new Refusal(
                HttpStatus.CONFLICT, (expired ? RefusalCode.LICENCE_EXPIRED : RefusalCode.LICENCE_EXHAUSTED).code());
    }

    /** A pool that has not enough is not locked, so that two requests rarely hold one lock and wait for another. */
    private ReserveDecision decide(CompanyId tenant, Pool pool, Quantity cost, Instant now) {
        var glance = Licensing.reserve(pool.balance(), cost, pool.expiresOn(), now);
        if (!(glance instanceof ReserveDecision.Granted)) return glance;
        return Licensing.reserve(store.lock(tenant, pool.id()), cost, pool.expiresOn(), now);
    }

    private Reservation write(CompanyId tenant, ReserveCommand command, Pool pool, Quantity cost, LedgerEntry entry) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var reservation = new Reservation(Ids.next(), command.product(), cost, at, true);
        // Whoever inserted the key first has committed by now, or this request is the first.
        if (!store.insert(tenant, pool.id(), reservation, command))
            return store.byKey(tenant, command.key()).orElseThrow();
        store.write(
                tenant, pool.id(), entry, new Posting(reservation.id(), command.userId(), reservation.reservedAt()));
        return reservation;
    }

    /**
     * Gives back what was set aside; again is the same as once.
     *
     * @param by who releases it, null for the client that reserved
     * @throws Refusal {@code not_found}, or {@code reservation_closed} (409) where its report has come or it has moved
     */
    public void release(CompanyId tenant, UUID reservation, @Nullable UUID by) {
        tenancy.run(tenant, () -> {
            freeze.share(tenant);
            var held = store.lockReservation(tenant, reservation).orElseThrow(Refusal::notFound);
            if (held.state() == ReservationState.RELEASED) return;
            close(tenant, held, Licensing.release(held.state(), held.licences()), null, by);
        });
    }

    /**
     * Uses up what was set aside, for the report of this id; call it in the transaction that stores the report.
     *
     * @return false where there is no such reservation or it is closed, so that it does not cover the report
     */
    public boolean consume(CompanyId tenant, UUID reservation, UUID documentId, UUID user) {
        return tenancy.within(tenant, () -> {
            freeze.share(tenant);
            var held = store.lockReservation(tenant, reservation).orElse(null);
            if (held == null || held.state() != ReservationState.OPEN) return false;
            close(tenant, held, Licensing.consume(held.state(), held.licences()), documentId, user);
            return true;
        });
    }

    private void close(
            CompanyId tenant,
            HeldReservation held,
            CloseDecision decision,
            @Nullable UUID documentId,
            @Nullable UUID by) {
        switch (decision) {
            case CloseDecision.Closes closes -> {
                store.lock(tenant, held.poolId());
                store.close(tenant, held.id(), closes.next(), documentId, clock.instant());
                store.write(tenant, held.poolId(), closes.entry(), new Posting(held.id(), by, clock.instant()));
            }
            case CloseDecision.Closed closed ->
                throw new Refusal(HttpStatus.CONFLICT, closed.reason().code());
        }
    }
}
