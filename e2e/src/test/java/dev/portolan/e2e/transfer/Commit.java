package dev.portolan.e2e.transfer;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one commit left of a company's licences in one database.
 *
 * @param pool null where it says only what is activated
 * @param outgoing by transfer and epoch: what is out and was not reversed
 * @param frozen whether nobody can use anything there at that moment
 * @param activated the transfers and epochs that the Portal has activated by then
 */
record Commit(
        Side side,
        Timestamp at,
        String transaction,
        @Nullable UUID pool,
        @Nullable String product,
        Sums sums,
        Map<String, BigDecimal> outgoing,
        boolean frozen,
        List<String> activated) {

    enum Side {
        CLOUD,
        PORTAL
    }

    /**
     * @param granted granted in, less granted on, expired and consumed
     * @param byEntriesRemaining what the ledger's entries add up to, where {@code remaining} is what the balance says
     * @param open the sum of the open reservations
     */
    record Sums(
            BigDecimal granted,
            BigDecimal remaining,
            BigDecimal reserved,
            BigDecimal byEntriesRemaining,
            BigDecimal byEntriesReserved,
            BigDecimal open) {

        BigDecimal usable() {
            return remaining.add(reserved);
        }

        boolean addUp() {
            return remaining.compareTo(byEntriesRemaining) == 0
                    && reserved.compareTo(byEntriesReserved) == 0
                    && reserved.compareTo(open) == 0;
        }
    }

    /** Whether both are rows of one transaction. */
    boolean isOneWith(Commit other) {
        return side == other.side && transaction.equals(other.transaction);
    }

    static Map<String, BigDecimal> outgoing(String[] transfers, BigDecimal[] amounts) {
        var outgoing = new HashMap<String, BigDecimal>();
        for (int i = 0; i < transfers.length; i++) outgoing.put(transfers[i], amounts[i]);
        return outgoing;
    }
}
