package dev.portolan.ledger;

/**
 * What the entries of one licence account add up to. It cannot exist unbalanced: what came in (granted in and
 * transferred in) equals granted out + expired + consumed + reserved + remaining + transferred out.
 *
 * @param transferredOut net of reversals
 */
public record Balance(
        Quantity grantedIn,
        Quantity grantedOut,
        Quantity expired,
        Quantity consumed,
        Quantity reserved,
        Quantity remaining,
        Quantity transferredOut,
        Quantity transferredIn) {

    public static final Balance ZERO = new Balance(
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO);

    /** @throws IllegalArgumentException if the parts are not conserved */
    public Balance {
        var in = grantedIn.plus(transferredIn);
        var accounted = grantedOut
                .plus(expired)
                .plus(consumed)
                .plus(reserved)
                .plus(remaining)
                .plus(transferredOut);
        if (!in.equals(accounted))
            throw new IllegalArgumentException("not conserved: " + in + " came in, " + accounted + " accounted for");
    }

    /** @throws IllegalArgumentException if some entry takes more than is there at its place in the order */
    public static Balance of(Iterable<LedgerEntry> entries) {
        var balance = ZERO;
        for (var entry : entries) balance = balance.plus(entry);
        return balance;
    }

    /** @throws IllegalArgumentException if the entry takes more than is there */
    public Balance plus(LedgerEntry entry) {
        var kind = entry.kind();
        return new Balance(
                kind == EntryKind.GRANT_IN ? grantedIn.plus(entry.quantity()) : grantedIn,
                kind == EntryKind.GRANT_OUT ? grantedOut.plus(entry.quantity()) : grantedOut,
                kind == EntryKind.EXPIRE ? expired.plus(entry.quantity()) : expired,
                kind == EntryKind.CONSUME ? consumed.plus(entry.quantity()) : consumed,
                new Quantity(reserved.amount().add(entry.reservedChange())),
                new Quantity(remaining.amount().add(entry.remainingChange())),
                transferredOutAfter(entry),
                kind == EntryKind.TRANSFER_IN ? transferredIn.plus(entry.total()) : transferredIn);
    }

    private Quantity transferredOutAfter(LedgerEntry entry) {
        return switch (entry.kind()) {
            case TRANSFER_OUT -> transferredOut.plus(entry.total());
            case TRANSFER_OUT_REVERSED -> transferredOut.minus(entry.total());
            case GRANT_IN, GRANT_OUT, EXPIRE, RESERVE, RELEASE, CONSUME, TRANSFER_IN -> transferredOut;
        };
    }

    /** What can still lead to an erasure here: remaining and reserved. */
    public Quantity usable() {
        return remaining.plus(reserved);
    }

    /** Remaining, reserved and used up: what a person sees as the pool's total. */
    public Quantity total() {
        return usable().plus(consumed);
    }
}
