package dev.portolan.upgrade.company;

/** Whether somebody may walk the wizard, at this moment. */
public enum Admission {
    ADMITTED,
    /** The vendor has not entitled the company. */
    NOT_ENTITLED,
    /** The person's role is not the predefined role Manager. */
    NOT_MANAGER
}
