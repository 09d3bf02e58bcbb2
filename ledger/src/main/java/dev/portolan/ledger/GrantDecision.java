package dev.portolan.ledger;

import java.time.LocalDate;

/** May this quantity be given from one account to another (to a customer, or back to the partner)? */
public sealed interface GrantDecision {

    /** Both entries belong into one transaction: {@code out} at the giver, {@code in} at the receiver. */
    record Given(LedgerEntry out, LedgerEntry in) implements GrantDecision {}

    record Exhausted(Quantity remaining) implements GrantDecision, Refusal {
        @Override
        public RefusalCode reason() {
            return RefusalCode.LICENCE_EXHAUSTED;
        }
    }

    record Expired(LocalDate on) implements GrantDecision, Refusal {
        @Override
        public RefusalCode reason() {
            return RefusalCode.LICENCE_EXPIRED;
        }
    }
}
