package dev.portolan.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer has brought to the Portal, as it is stored there.
 *
 * @param batches the roots kept by the proof
 * @param seen how many pools, balances, reservations and workflows of it people see
 */
public record TransferStock(
        List<Batch> batches,
        List<Account> accounts,
        List<Held> reservations,
        List<Workflow> workflows,
        @Nullable UUID defaultWorkflow,
        int seen) {
    public TransferStock {
        batches = List.copyOf(batches);
        accounts = List.copyOf(accounts);
        reservations = List.copyOf(reservations);
        workflows = List.copyOf(workflows);
    }

    public TransferStock seen(int rows) {
        return new TransferStock(batches, accounts, reservations, workflows, defaultWorkflow, rows);
    }

    /** Ids of all pools, reservations and workflows. */
    public List<UUID> ids() {
        return Stream.of(
                        accounts.stream().map(Account::pool),
                        reservations.stream().map(Held::id),
                        workflows.stream().map(Workflow::id))
                .flatMap(ids -> ids)
                .toList();
    }

    /** What the proof read of one batch. */
    @SuppressWarnings("ArrayRecordComponent") // compared by value where it is used
    public record Batch(int batch, int reports, byte[] root) {}

    /**
     * What arrived in one pool, by its ledger entry of this epoch, by its balance, and by the sum of all its entries.
     *
     * @param expiresOn the last day of use
     */
    public record Account(
            UUID pool,
            String product,
            @Nullable LocalDate expiresOn,
            BigDecimal remaining,
            BigDecimal reserved,
            BigDecimal balanceRemaining,
            BigDecimal balanceReserved,
            BigDecimal bookedRemaining,
            BigDecimal bookedReserved) {}

    /** A reservation that moved; by its key its report finds it. */
    public record Held(UUID id, UUID pool, BigDecimal quantity, UUID key, String state) {}

    /** A workflow; the digest is SHA-256 over its definition in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent") // compared by value where it is used
    public record Workflow(UUID id, String name, byte[] digest) {}
}
