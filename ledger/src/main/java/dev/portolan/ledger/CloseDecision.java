package dev.portolan.ledger;

/** May this reservation be consumed or released? */
public sealed interface CloseDecision {

    /** @param entry the entry to write; {@code next} the reservation's new state, in the same transaction */
    record Closes(LedgerEntry entry, ReservationState next) implements CloseDecision {}

    /** It is not open; a repeated release or report finds here what became of the first. */
    record Closed(ReservationState state) implements CloseDecision, Refusal {
        @Override
        public RefusalCode reason() {
            return RefusalCode.RESERVATION_CLOSED;
        }
    }
}
