package dev.portolan.portal.proof;

import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.ReportColumns;
import dev.portolan.contract.ReportCount;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the rows of a transfer, hidden or not. */
@Repository
class ProofStore {
    private static final int FIRST_COLUMN = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProofStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once
    record Stored(
            UUID document,
            int dictionary,
            byte[] body,
            byte[] receivedEntry,
            Instant receivedAt,
            byte[] columns,
            boolean ofTransfer) {}

    List<Stored> read(TransferTry order, List<UUID> documents) {
        return of(order, """
                select document_id, dictionary, body, received_entry,
                       transfer_id is not distinct from :transfer as of_transfer,
                       received_at, kind, product, product_version, state, standard, serial, imei, asset_tag,
                       manufacturer, model, erased_at, erasure_person, fields, failure, signature_state, cover, digest,
                       size, serials::text
                from report
                where tenant_id = :tenant and document_id = any(cast(:documents as uuid[]))
                """)
                .param("documents", texts(documents))
                .query((row, number) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("document_id", UUID.class),
                row.getInt("dictionary"),
                row.getBytes("body"),
                row.getBytes("received_entry"),
                row.getTimestamp("received_at").toInstant(),
                ReportColumns.digest(row, FIRST_COLUMN),
                row.getBoolean("of_transfer"));
    }

    /** Of which of these documents, or of other ones of the opened transfer, a copy stands under another tenant. */
    List<UUID> elsewhere(List<UUID> documents) {
        return jdbc.sql("select document from reports_elsewhere(cast(:documents as uuid[])) as found (document)")
                .param("documents", texts(documents))
                .query(UUID.class)
                .list();
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

    /**
     * In one statement, so that all of it is of one moment. Whether what the search looks through is what the rows say is
     * told by their sums, since a look at each of them takes ten times as long.
     */
    ReportCount count(TransferTry order) {
        return of(order, """
                with said as (
                  select count(*) as reports, coalesce(sum(cardinality(serials)), 0) as entries,
                         coalesce(sum((select sum(uuid_hash_extended(report_id, hashtextextended(each, 0)))
                                       from unnest(serials) each)), 0) as hash
                  from report
                  where tenant_id = :tenant and transfer_id = :transfer),
                sought as (
                  select count(*) as entries,
                         coalesce(sum(uuid_hash_extended(report_id, hashtextextended(serial, 0))), 0) as hash
                  from report_serial
                  where tenant_id = :tenant and transfer_id = :transfer)
                select reports, said.entries = sought.entries and said.hash = sought.hash as found
                from said, sought
                """)
                .query((row, number) -> new ReportCount(row.getLong("reports"), row.getBoolean("found")))
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
                select p.pool_id, p.product, p.expires_on, e.quantity, e.reserved,
                       b.remaining as balance_remaining, b.reserved as balance_reserved,
                       e.quantity + coalesce(since.remaining, 0) as booked_remaining,
                       e.reserved + coalesce(since.reserved, 0) as booked_reserved
                from licence_pool p
                join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id
                  and e.transfer_id = :transfer and e.epoch = :epoch and e.kind = 'TRANSFER_IN'
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                left join lateral (
                  select sum(case when o.kind in ('GRANT_IN', 'RELEASE', 'TRANSFER_OUT_REVERSED') then o.quantity
                                  when o.kind in ('GRANT_OUT', 'EXPIRE', 'RESERVE', 'TRANSFER_OUT') then -o.quantity
                                  else 0 end) as remaining,
                         sum(case when o.kind = 'RESERVE' then o.quantity
                                  when o.kind in ('RELEASE', 'CONSUME') then -o.quantity
                                  when o.kind = 'TRANSFER_OUT_REVERSED' then o.reserved
                                  when o.kind = 'TRANSFER_OUT' then -o.reserved
                                  else 0 end) as reserved
                  from ledger_entry o
                  where o.tenant_id = p.tenant_id and o.pool_id = p.pool_id and o.kind <> 'TRANSFER_IN'
                    and (o.at > e.at or not exists (
                      select from transfer t where t.tenant_id = :tenant and t.transfer_id <> :transfer))) since on true
                where p.tenant_id = :tenant
                """)
                .param("epoch", order.epoch())
                .query((row, number) -> new TransferStock.Account(
                        row.getObject("pool_id", UUID.class),
                        row.getString("product"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("balance_remaining"),
                        row.getBigDecimal("balance_reserved"),
                        row.getBigDecimal("booked_remaining"),
                        row.getBigDecimal("booked_reserved")))
                .list();
    }

    List<TransferStock.Held> reservations(TransferTry order) {
        return of(order, """
                select reservation_id, pool_id, quantity, idempotency_key, state from reservation
                where tenant_id = :tenant and transfer_id = :transfer
                """)
                .query((row, number) -> new TransferStock.Held(
                        row.getObject("reservation_id", UUID.class),
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("idempotency_key", UUID.class),
                        row.getString("state")))
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

    /** How many of these reports the bound tenant sees; to be asked where no transfer is opened. */
    int seen(TransferTry order, List<UUID> documents) {
        return jdbc.sql("""
                select count(*) from report
                where tenant_id = :tenant and document_id = any(cast(:documents as uuid[]))
                """)
                .param("tenant", order.tenant())
                .param("documents", texts(documents))
                .query(Integer.class)
                .single();
    }

    /** How many of these rows the bound tenant sees, whatever table they are in; likewise. */
    int seenOf(TransferTry order, List<UUID> ids) {
        return jdbc.sql("""
                select (select count(*) from licence_pool
                        where tenant_id = :tenant and pool_id = any(cast(:ids as uuid[])))
                     + (select count(*) from licence_balance
                        where tenant_id = :tenant and pool_id = any(cast(:ids as uuid[])))
                     + (select count(*) from reservation
                        where tenant_id = :tenant and reservation_id = any(cast(:ids as uuid[])))
                     + (select count(*) from workflow
                        where tenant_id = :tenant and workflow_id = any(cast(:ids as uuid[])))
                """)
                .param("tenant", order.tenant())
                .param("ids", texts(ids))
                .query(Integer.class)
                .single();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("tenant", order.tenant()).param("transfer", order.transfer());
    }
}
