package dev.portolan.upgrade.status;

/** The three values of the column Status. */
public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED
}
