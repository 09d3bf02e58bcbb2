package dev.portolan.ledger;

/** A decision that says no, with a reason that programs can rely on. */
public sealed interface Refusal
        permits ReserveDecision.Exhausted,
                ReserveDecision.Expired,
                GrantDecision.Exhausted,
                GrantDecision.Expired,
                CloseDecision.Closed {

    RefusalCode reason();
}
