package dev.portolan.upgrade.status;

import static dev.portolan.upgrade.status.Status.COMPLETED;
import static dev.portolan.upgrade.status.Status.IN_PROGRESS;
import static dev.portolan.upgrade.status.Status.NOT_STARTED;

/** Where a company stands; each state is one Status description. */
public enum MigrationState {
    VALIDATING(NOT_STARTED),
    NOT_ELIGIBLE(NOT_STARTED),
    STAGE_ONE_PENDING(NOT_STARTED),
    STAGE_ONE_IN_PROGRESS(IN_PROGRESS),
    STAGE_ONE_FAILED(IN_PROGRESS),
    STAGE_ONE_COMPLETED(IN_PROGRESS),
    STAGE_TWO_PENDING(IN_PROGRESS),
    STAGE_TWO_IN_PROGRESS(IN_PROGRESS),
    STAGE_TWO_FAILED(IN_PROGRESS),
    /** Activated, but the last comparison of both sides found a difference: the operator acts; never shown as done. */
    PROOF_FAILED(IN_PROGRESS),
    UNDO_IN_PROGRESS(IN_PROGRESS),
    MIGRATION_COMPLETED(COMPLETED);

    private final Status status;

    MigrationState(Status status) {
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
