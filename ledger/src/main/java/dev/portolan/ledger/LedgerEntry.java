package dev.portolan.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a licence account (a company's pool of one product). Entries are only ever added.
 *
 * @param quantity what the kind moves; for the kinds of a transfer the part that is not reserved
 * @param reserved the reserved part, for the kinds of a transfer only; otherwise zero
 * @param transfer set for the kinds of a transfer, and only for them
 */
public record LedgerEntry(
        EntryKind kind,
        Quantity quantity,
        Quantity reserved,
        @Nullable TransferRef transfer) {

    public LedgerEntry {
        if (kind.ofTransfer() != (transfer != null))
            throw new IllegalArgumentException(kind + " and a transfer do not go together");
        if (!kind.ofTransfer() && !reserved.isZero())
            throw new IllegalArgumentException(kind + " has no reserved part of its own");
        if (!kind.ofTransfer() && quantity.isZero()) throw new IllegalArgumentException(kind + " of nothing");
    }

    /** @throws IllegalArgumentException for a quantity of zero and for the kinds of a transfer */
    public static LedgerEntry of(EntryKind kind, Quantity quantity) {
        return new LedgerEntry(kind, quantity, Quantity.ZERO, null);
    }

    /** By how much this entry changes {@code remaining}, signed. */
    public BigDecimal remainingChange() {
        return quantity.amount().multiply(BigDecimal.valueOf(kind.onRemaining()));
    }

    /** By how much this entry changes {@code reserved}, signed. */
    public BigDecimal reservedChange() {
        var moved = kind.ofTransfer() ? reserved : quantity;
        return moved.amount().multiply(BigDecimal.valueOf(kind.onReserved()));
    }

    /** What arrives on the other side for this transfer out. */
    public LedgerEntry arriving() {
        return mirrored(EntryKind.TRANSFER_IN);
    }

    /** What gives the account back what this transfer out took. */
    public LedgerEntry reversed() {
        return mirrored(EntryKind.TRANSFER_OUT_REVERSED);
    }

    private LedgerEntry mirrored(EntryKind answer) {
        if (kind != EntryKind.TRANSFER_OUT) throw new IllegalStateException(kind + " does not leave");
        return new LedgerEntry(answer, quantity, reserved, transfer);
    }

    Quantity total() {
        return quantity.plus(reserved);
    }
}
