package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The reports of a company in batches; the Cloud implements it. Batches of the history are ranges of report numbers; what
 * is added, changed or deleted since is followed and comes in batches of its own. Every method expects a transaction bound
 * to the company.
 */
public interface ReportSource {

    /**
     * Begins to follow what changes; does nothing where this transfer is followed already.
     *
     * @param from reports received since then are in scope
     */
    void follow(TransferTry order, Instant from);

    /** Cuts the history into batches; in a transaction after that of {@link #follow}, and once for each time. */
    void plan(TransferTry order);

    /** Some of what has to be sent, sent again or taken back, since it changed after it was planned. */
    Due changes(TransferTry order);

    /** Some of what has to be sent or taken back, since another scope is ordered than was planned. */
    Due rescoped(TransferTry order, Instant from);

    /** Takes these out of their batches, which have to be proved anew; what is in scope comes into a new batch. */
    void settle(TransferTry order, Instant from, List<Change> changes);

    /** How much would have to be settled. */
    long behind(TransferTry order);

    /** The batches without a receipt. */
    List<Integer> unsent(TransferTry order);

    ReportBatch read(TransferTry order, int batch);

    /** Keeps the Portal's receipt. */
    void received(TransferTry order, BatchReceipt receipt);

    /** The batches with a receipt that both sides have not been compared of. */
    List<Integer> unproved(TransferTry order);

    /**
     * Keeps that both sides read the batch alike.
     *
     * @param ofTransfer how many of its reports the transfer brought; the others stood in the Portal before
     */
    void proved(TransferTry order, int batch, byte[] root, int ofTransfer);

    /** Follows no longer. A later {@link #follow} begins from scratch. */
    void leave(TransferTry order);

    /**
     * How far the copying is.
     *
     * @param from as for {@link #follow}; what is in scope is counted while nothing is in batches yet
     */
    CopiedSoFar copied(UUID company, UUID transfer, Instant from);

    /**
     * Some reports to settle.
     *
     * @param more whether there were more at that moment
     */
    record Due(List<Change> changes, boolean more) {
        public Due {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A report to settle.
     *
     * @param sent whether it may be in a batch
     * @param entries what was followed of it; none where only the scope is another one
     */
    record Change(long report, UUID document, Instant receivedAt, boolean sent, List<Long> entries) {
        public Change {
            entries = List.copyOf(entries);
        }
    }

    /**
     * How much was copied.
     *
     * @param lately reports received within the last half minute
     * @param latelySeconds over how long
     */
    record CopiedSoFar(long copied, long total, long bytesCopied, long lately, long latelySeconds) {}
}
