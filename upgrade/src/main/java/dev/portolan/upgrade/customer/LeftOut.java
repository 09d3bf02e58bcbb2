package dev.portolan.upgrade.customer;

/** Why an act leaves a selected customer out. */
public enum LeftOut {
    BEING_VALIDATED,
    NOT_ELIGIBLE,
    ALREADY_INVITED,
    NOT_INVITED,
    STAGE_ONE_NOT_COMPLETED,
    ALREADY_TRANSFERRING,
    OPERATOR_ACTS,
    ALREADY_TRANSFERRED
}
