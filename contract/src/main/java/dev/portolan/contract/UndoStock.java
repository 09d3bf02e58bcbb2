package dev.portolan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What leaves the Portal with an undo. All ids are those the transfer brought. */
public record UndoStock(List<Pool> pools, List<Reservation> reservations) {
    public UndoStock {
        pools = List.copyOf(pools);
        reservations = List.copyOf(reservations);
    }

    /**
     * A pool that the transfer brought.
     *
     * @param remaining free licences that go back
     * @param reserved the sum of the reservations that go back
     * @param grantedIn granted to it in the Portal, all in all
     * @param grantedOut given on from it in the Portal, all in all
     * @param expired in the Portal
     * @param kept what was granted in the Portal and goes back to whoever granted it
     */
    public record Pool(
            UUID pool,
            String product,
            BigDecimal remaining,
            BigDecimal reserved,
            BigDecimal grantedIn,
            BigDecimal grantedOut,
            BigDecimal expired,
            BigDecimal kept) {}

    /** An open reservation: under the same id it covers its report in the Cloud again. */
    public record Reservation(
            UUID id,
            UUID pool,
            BigDecimal quantity,
            UUID idempotencyKey,
            UUID client,
            @Nullable UUID user,
            Instant reservedAt) {}
}
