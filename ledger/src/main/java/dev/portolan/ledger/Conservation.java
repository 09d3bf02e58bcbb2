package dev.portolan.ledger;

import java.math.BigDecimal;
import java.util.function.Predicate;

/** The second promise of a transfer: licences are conserved over both sides. */
public final class Conservation {

    private Conservation() {}

    /**
     * What left and has neither arrived nor been taken back: the outgoing entries, less their reversals, whose
     * transfer and epoch {@code activated} does not know.
     */
    public static Quantity inTransit(Iterable<LedgerEntry> outgoingSide, Predicate<TransferRef> activated) {
        var sum = BigDecimal.ZERO;
        for (var entry : outgoingSide) {
            var transfer = entry.transfer();
            if (transfer == null || activated.test(transfer)) continue;
            if (entry.kind() == EntryKind.TRANSFER_OUT)
                sum = sum.add(entry.total().amount());
            if (entry.kind() == EntryKind.TRANSFER_OUT_REVERSED)
                sum = sum.subtract(entry.total().amount());
        }
        return new Quantity(sum);
    }

    /**
     * Zero when it holds that granted in = granted on + expired + consumed + reserved + remaining, over both sides,
     * + in transit; otherwise what is missing (positive) or too much (negative).
     */
    public static BigDecimal difference(Balance oneSide, Balance otherSide, Quantity inTransit) {
        var granted = oneSide.grantedIn().plus(otherSide.grantedIn());
        return granted.amount()
                .subtract(accounted(oneSide))
                .subtract(accounted(otherSide))
                .subtract(inTransit.amount());
    }

    private static BigDecimal accounted(Balance side) {
        return side.grantedOut()
                .plus(side.expired())
                .plus(side.consumed())
                .plus(side.usable())
                .amount();
    }
}
