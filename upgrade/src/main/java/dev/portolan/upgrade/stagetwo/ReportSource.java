package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports of a company in batches; the Cloud implements it. Every method expects a transaction bound to the company.
 */
public interface ReportSource {

    /**
     * Puts the reports in scope that are in no batch yet into batches of their own. Trusts neither the largest id nor a
     * clock: what is missing is found by comparing sets.
     *
     * @param from reports received since then are in scope
     */
    void plan(TransferTry order, Instant from);

    /** Some reports in batches that are not in scope any more: deleted since, or ordered anew with another scope. */
    List<UUID> outOfScope(TransferTry order, Instant from);

    /** Takes reports out of their batches, which have to be proved anew. */
    void forget(TransferTry order, List<UUID> documents);

    /** A batch without a receipt. */
    Optional<Integer> nextUnsent(TransferTry order);

    ReportBatch read(TransferTry order, int batch);

    /** Keeps the Portal's receipt. */
    void received(TransferTry order, BatchReceipt receipt);

    /** A batch with a receipt that both sides have not been compared of. */
    Optional<Integer> nextUnproved(TransferTry order);

    /**
     * Keeps that both sides read the batch alike.
     *
     * @param ofTransfer how many of its reports the transfer brought; the others stood in the Portal before
     */
    void proved(TransferTry order, int batch, byte[] root, int ofTransfer);

    /**
     * How far the copying is.
     *
     * @param from as for {@link #plan}; what is in scope is counted while nothing is in batches yet
     */
    CopiedSoFar copied(UUID company, UUID transfer, Instant from);

    /**
     * How much was copied.
     *
     * @param lately reports received within the last half minute
     * @param latelySeconds over how long
     */
    record CopiedSoFar(long copied, long total, long bytesCopied, long lately, long latelySeconds) {}
}
