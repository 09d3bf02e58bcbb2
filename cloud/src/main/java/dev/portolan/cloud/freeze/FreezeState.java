package dev.portolan.cloud.freeze;

/** What may happen to a company's data. */
public enum FreezeState {
    /** Everything. */
    ACTIVE,
    /** Nothing for a moment: a transfer copies the rest, and may yet give the account back. */
    FROZEN,
    /** Nothing: the other environment decides whether the account moved. */
    ACTIVATING,
    /** Only reading, for good: the account has moved. */
    READ_ONLY;

    /** Whether company data may be written. */
    public boolean writable() {
        return this == ACTIVE;
    }
}
