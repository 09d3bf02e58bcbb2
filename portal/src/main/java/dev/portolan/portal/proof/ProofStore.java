package dev.portolan.portal.proof;

import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the rows of a transfer, hidden or not. */
@Repository
class ProofStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ProofStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once
    record Stored(
            UUID document,
            int size,
            int dictionary,
            byte[] body,
            byte[] receivedEntry,
            Instant receivedAt,
            boolean ofTransfer) {}

    List<Stored> read(TransferTry order, List<UUID> documents) {
        return of(order, """
                select document_id, size, dictionary, body, received_entry, received_at,
                       transfer_id is not distinct from :transfer as of_transfer
                from report
                where tenant_id = :tenant and document_id = any(cast(:documents as uuid[]))
                """)
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("document_id", UUID.class),
                row.getInt("size"),
                row.getInt("dictionary"),
                row.getBytes("body"),
                row.getBytes("received_entry"),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("of_transfer"));
    }

    void keep(TransferTry order, int batch, int reports, byte[] root) {
        of(order, """
                insert into transfer_proof (tenant_id, transfer_id, batch, reports, root, at)
                values (:tenant, :transfer, :batch, :reports, :root, :now)
                on conflict (tenant_id, transfer_id, batch) do update
                set reports = excluded.reports, root = excluded.root, at = excluded.at
                """)
                .param("batch", batch)
                .param("reports", reports)
                .param("root", root)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    long reports(TransferTry order) {
        return of(order, "select count(*) from report where tenant_id = :tenant and transfer_id = :transfer")
                .query(Long.class)
                .single();
    }

    List<TransferStock.Batch> batches(TransferTry order) {
        return of(order, """
                select batch, reports, root from transfer_proof
                where tenant_id = :tenant and transfer_id = :transfer
                order by batch
                """)
                .query((row, number) ->
                        new TransferStock.Batch(row.getInt("batch"), row.getInt("reports"), row.getBytes("root")))
                .list();
    }

    List<TransferStock.Account> accounts(TransferTry order) {
        return of(order, """
                select p.pool_id, p.product, e.quantity, e.reserved, b.remaining, b.reserved as balance_reserved
                from licence_pool p
                join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id
                  and e.transfer_id = :transfer and e.epoch = :epoch and e.kind = 'TRANSFER_IN'
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                where p.tenant_id = :tenant
                """)
                .param("epoch", order.epoch())
                .query((row, number) -> new TransferStock.Account(
                        row.getObject("pool_id", UUID.class),
                        row.getString("product"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("remaining"),
                        row.getBigDecimal("balance_reserved")))
                .list();
    }

    List<TransferStock.Held> reservations(TransferTry order) {
        return of(order, """
                select reservation_id, pool_id, quantity from reservation
                where tenant_id = :tenant and transfer_id = :transfer
                """)
                .query((row, number) -> new TransferStock.Held(
                        row.getObject("reservation_id", UUID.class),
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("quantity")))
                .list();
    }

    List<TransferStock.Workflow> workflows(TransferTry order) {
        return of(order, """
                select workflow_id, name, definition from workflow
                where tenant_id = :tenant and transfer_id = :transfer
                """)
                .query((row, number) -> new TransferStock.Workflow(
                        row.getObject("workflow_id", UUID.class),
                        row.getString("name"),
                        ContentDigest.sha256(row.getString("definition").getBytes(StandardCharsets.UTF_8))))
                .list();
    }

    Optional<UUID> defaultWorkflow(TransferTry order) {
        return of(order, """
                select default_workflow_id from transfer
                where tenant_id = :tenant and transfer_id = :transfer and default_workflow_id is not null
                """).query(UUID.class).optional();
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("tenant", order.tenant()).param("transfer", order.transfer());
    }
}
