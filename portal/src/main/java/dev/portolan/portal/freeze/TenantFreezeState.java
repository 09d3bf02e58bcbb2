package dev.portolan.portal.freeze;

/** What may happen to a tenant's licences and reports. */
public enum TenantFreezeState {
    /** Everything. */
    ACTIVE,
    /** Nothing for a moment: an undo takes the licences out, and may yet give them back. */
    FROZEN,
    /** Nothing: the Cloud decides whether the transfer is undone. */
    UNDOING
}
