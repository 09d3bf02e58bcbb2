package dev.portolan.ledger;

import java.time.LocalDate;

/** May this quantity be reserved? */
public sealed interface ReserveDecision {

    /** @param entry the entry to write */
    record Granted(LedgerEntry entry) implements ReserveDecision {}

    record Exhausted(Quantity remaining) implements ReserveDecision, Refusal {
        @Override
        public RefusalCode reason() {
            return RefusalCode.LICENCE_EXHAUSTED;
        }
    }

    /** @param on the last day on which the licences could be used */
    record Expired(LocalDate on) implements ReserveDecision, Refusal {
        @Override
        public RefusalCode reason() {
            return RefusalCode.LICENCE_EXPIRED;
        }
    }
}
