package dev.portolan.cloud.licence;

import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.ledger.CloseDecision;
import dev.portolan.ledger.Licensing;
import dev.portolan.ledger.RefusalCode;
import dev.portolan.ledger.ReservationState;
import dev.portolan.ledger.ReserveDecision;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reserves, releases and consumes licences. Locks are taken in one order: freeze row, reservation, balance. */
@Component
public class Licences {
    private final Tenancy tenancy;
    private final Freeze freeze;
    private final LicenceStore store;
    private final Clock clock;

    Licences(Tenancy tenancy, Freeze freeze, LicenceStore store, Clock clock) {
        this.tenancy = tenancy;
        this.freeze = freeze;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets licences aside, out of the pool of the product that expires first. Idempotent by key.
     *
     * @throws Refusal {@code unknown_product} (422), {@code licence_exhausted} or {@code licence_expired} (409), and what
     *     {@link Freeze#share} throws
     */
    public Reservation reserve(CompanyId company, ReserveCommand command) {
        return tenancy.within(company, () -> {
            freeze.share(company);
            return store.byKey(company, command.key()).orElseGet(() -> reserveAnew(company, command));
        });
    }

    private Reservation reserveAnew(CompanyId company, ReserveCommand command) {
        var cost = store.rate(command.product())
                .orElseThrow(() -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "unknown_product"))
                .cost(command.uses());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var why = RefusalCode.LICENCE_EXHAUSTED;
        for (var pool : store.pools(company, command.product())) {
            var decision = Licensing.reserve(store.lock(company, pool.id()), cost, pool.expiresOn(), now);
            switch (decision) {
                case ReserveDecision.Granted granted -> {
                    var reservation = new Reservation(Ids.next(), command.product(), cost, now, true);
                    if (!store.insert(company, pool.id(), reservation, command))
                        return store.byKey(company, command.key()).orElseThrow();
                    store.write(
                            company, pool.id(), granted.entry(), new Posting(reservation.id(), command.userId(), now));
                    return reservation;
                }
                case ReserveDecision.Exhausted exhausted -> why = exhausted.reason();
                // Pools that have expired come first, so this stays the reason only where every pool has.
                case ReserveDecision.Expired expired -> why = expired.reason();
            }
        }
        throw new Refusal(HttpStatus.CONFLICT, why.code());
    }

    /**
     * Gives back what was set aside; again is the same as once.
     *
     * @param by who releases it, null for the client that reserved
     * @throws Refusal {@code not_found}, or {@code reservation_closed} (409) where its report has come or it has moved
     */
    public void release(CompanyId company, UUID reservation, @Nullable UUID by) {
        tenancy.run(company, () -> {
            freeze.share(company);
            var held = store.lockReservation(company, reservation).orElseThrow(Refusal::notFound);
            if (held.state() == ReservationState.RELEASED) return;
            close(company, held, Licensing.release(held.state(), held.licences()), null, by);
        });
    }

    /**
     * Uses up what was set aside, for the report of this id; call it in the transaction that stores the report.
     *
     * @return false where there is no such reservation or it is closed, so that it does not cover the report
     */
    public boolean consume(CompanyId company, UUID reservation, UUID documentId, UUID user) {
        return tenancy.within(company, () -> {
            freeze.share(company);
            var held = store.lockReservation(company, reservation).orElse(null);
            if (held == null || held.state() != ReservationState.OPEN) return false;
            close(company, held, Licensing.consume(held.state(), held.licences()), documentId, user);
            return true;
        });
    }

    private void close(
            CompanyId company,
            HeldReservation held,
            CloseDecision decision,
            @Nullable UUID documentId,
            @Nullable UUID by) {
        switch (decision) {
            case CloseDecision.Closes closes -> {
                store.lock(company, held.poolId());
                store.close(company, held.id(), closes.next(), documentId, clock.instant());
                store.write(company, held.poolId(), closes.entry(), new Posting(held.id(), by, clock.instant()));
            }
            case CloseDecision.Closed closed ->
                throw new Refusal(HttpStatus.CONFLICT, closed.reason().code());
        }
    }
}
