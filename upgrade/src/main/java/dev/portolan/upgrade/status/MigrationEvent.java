package dev.portolan.upgrade.status;

/** What happens to a company; a state and an event decide the next state ({@link Transitions}). */
public enum MigrationEvent {
    VALIDATION_STARTED,
    FOUND_ELIGIBLE,
    FOUND_NOT_ELIGIBLE,
    /** Send invitation, or Set up account for the company itself. */
    STAGE_ONE_ORDERED,
    STAGE_ONE_DONE,
    STAGE_ONE_FAULT,
    /** Transfer customer(s), or Transfer data. */
    TRANSFER_ORDERED,
    TRANSFER_STARTED,
    /** Before the point of no return: the Cloud account is given back, and the transfer can be ordered again. */
    TRANSFER_ABORTED,
    TRANSFER_CANCELLED,
    PROOF_FAULT,
    TRANSFER_DONE,
    UNDO_ORDERED,
    /** The undo was refused or failed: the transfer stands as before. */
    UNDO_ABORTED,
    TRANSFER_UNDONE
}
