package dev.portolan.portal.licence;

import dev.portolan.ledger.Quantity;
import dev.portolan.ledger.ReservationState;
import java.math.BigDecimal;
import java.util.UUID;

/** A reservation's row, locked. */
record HeldReservation(UUID id, UUID poolId, BigDecimal quantity, ReservationState state) {
    Quantity licences() {
        return new Quantity(quantity);
    }
}
