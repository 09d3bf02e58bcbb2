package dev.portolan.ledger;

/** What happens to a reservation. */
public enum ReservationEvent {
    /** Its report arrived. */
    CONSUME,
    /** The erasure did not take place; the licence returns. */
    RELEASE,
    /** It leaves with a transfer. */
    MOVE,
    /** The transfer that took it was aborted, or undone later. */
    COME_BACK
}
