package dev.portolan.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer has brought to the Portal, as it is stored there.
 *
 * @param reports rows the transfer has written
 * @param batches the roots kept by the proof
 */
public record TransferStock(
        long reports,
        List<Batch> batches,
        List<Account> accounts,
        List<Held> reservations,
        List<Workflow> workflows,
        @Nullable UUID defaultWorkflow) {
    public TransferStock {
        batches = List.copyOf(batches);
        accounts = List.copyOf(accounts);
        reservations = List.copyOf(reservations);
        workflows = List.copyOf(workflows);
    }

    /** What the proof read of one batch. */
    @SuppressWarnings("ArrayRecordComponent") // compared by value where it is used
    public record Batch(int batch, int reports, byte[] root) {}

    /** What arrived in one pool, by its ledger entry of this epoch, and by its balance. */
    public record Account(
            UUID pool,
            String product,
            BigDecimal remaining,
            BigDecimal reserved,
            BigDecimal balanceRemaining,
            BigDecimal balanceReserved) {}

    /** A reservation that moved. */
    public record Held(UUID id, UUID pool, BigDecimal quantity) {}

    /** A workflow; the digest is SHA-256 over its definition in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent") // compared by value where it is used
    public record Workflow(UUID id, String name, byte[] digest) {}
}
