package dev.portolan.ledger;

/**
 * What an entry does to the two parts of a balance that can still be used: -1 takes away, +1 adds.
 * Only the kinds of a transfer carry a reserved part of their own.
 */
public enum EntryKind {
    /** Licences come from the vendor, from a partner, or back from a customer. */
    GRANT_IN(+1, 0),
    /** Licences are given on to a customer, or back to the partner who gave them. */
    GRANT_OUT(-1, 0),
    EXPIRE(-1, 0),
    RESERVE(-1, +1),
    RELEASE(+1, -1),
    /** Uses up what was reserved; {@code remaining} was lowered when it was reserved. */
    CONSUME(0, -1),
    /** Everything usable leaves for the other environment: remaining and reserved. */
    TRANSFER_OUT(-1, -1),
    /** Undoes a transfer out that was never activated, exactly. */
    TRANSFER_OUT_REVERSED(+1, +1),
    TRANSFER_IN(+1, +1);

    private final int onRemaining;
    private final int onReserved;

    EntryKind(int onRemaining, int onReserved) {
        this.onRemaining = onRemaining;
        this.onReserved = onReserved;
    }

    public int onRemaining() {
        return onRemaining;
    }

    public int onReserved() {
        return onReserved;
    }

    public boolean ofTransfer() {
        return switch (this) {
            case TRANSFER_OUT, TRANSFER_OUT_REVERSED, TRANSFER_IN -> true;
            case GRANT_IN, GRANT_OUT, EXPIRE, RESERVE, RELEASE, CONSUME -> false;
        };
    }
}
