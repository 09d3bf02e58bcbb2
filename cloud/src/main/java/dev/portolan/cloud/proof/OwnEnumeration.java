package dev.portolan.cloud.proof;

import dev.portolan.contract.ProvedReport;
import dev.portolan.contract.ReportColumns;
import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferTry;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.UnreadableReport;
import dev.portolan.upgrade.stagetwo.OwnSide;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the Cloud's own rows. */
@Repository
class OwnEnumeration implements OwnSide {
    private static final byte[] NOTHING = {};

    /** Those after the first three as {@link ReportColumns} wants them. */
    private static final String COLUMNS = """
            r.document_id, r.received_entry, r.digest, r.received_at, r.kind, r.product, r.product_version, r.state,
            r.standard, r.serial, r.imei, r.asset_tag, r.manufacturer, r.model, r.erased_at, r.erasure_person, r.fields,
            r.failure, r.signature_state, r.cover, r.digest, r.size, r.serials::text""";

    private static final int FIRST_COLUMN = 4;

    private final JdbcClient jdbc;

    OwnEnumeration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProvedReport> batch(TransferTry order, int batch) {
        return of(order, """
                select %s
                from transfer_batch b
                join report r on r.company_id = :company and r.report_id between b.first_id and b.last_id
                  and r.received_at >= b.since
                where b.company_id = :company and b.transfer_id = :transfer and b.batch = :batch
                  and r.report_id not in (
                    select t.report_id from transfer_report t
                    where t.company_id = :company and t.transfer_id = :transfer)
                  and r.report_id not in (
                    select c.report_id from report_change_due c where c.company_id = :company and c.added)
                union all
                select %s
                from transfer_report t
                join report r on r.company_id = :company and r.report_id = t.report_id
                where t.company_id = :company and t.transfer_id = :transfer and t.batch = :batch
                """.formatted(COLUMNS, COLUMNS))
                .param("batch", batch)
                .query((row, number) -> report(row))
                .list();
    }

    @Override
    public List<ProvedReport> page(TransferTry order, Instant from, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select %s
                from report r
                where r.company_id = :company and r.received_at >= :from and r.document_id > :after
                order by r.document_id
                limit :limit
                """.formatted(COLUMNS))
                .param("company", order.tenant())
                .param("from", Timestamp.from(from))
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> report(row))
                .list();
    }

    private static ProvedReport report(ResultSet row) throws SQLException {
        return new ProvedReport(
                row.getObject("document_id", UUID.class),
                row.getBytes("digest"),
                Sha256.of(row.getBytes("received_entry")).bytes(),
                row.getTimestamp("received_at").toInstant(),
                ReportColumns.digest(row, FIRST_COLUMN));
    }

    @Override
    public List<ProvedReport> stored(UUID company, List<UUID> documents) {
        return jdbc.sql("""
                select document_id, received_at, dictionary, body from report
                where company_id = :company and document_id = any(cast(:documents as uuid[]))
                """)
                .param("company", company)
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> readBack(row))
                .list();
    }

    private static ProvedReport readBack(ResultSet row) throws SQLException {
        var document = row.getObject("document_id", UUID.class);
        var receivedAt = row.getTimestamp("received_at").toInstant();
        try {
            var original = ReportBody.stored(row.getBytes("body"), row.getInt("dictionary"))
                    .original();
            return new ProvedReport(document, Sha256.of(original).bytes(), NOTHING, receivedAt, NOTHING);
        } catch (UnreadableReport damaged) {
            return ProvedReport.damaged(document, receivedAt);
        }
    }

    /** In one statement, so that all of it is of one moment. */
    @Override
    public long reportsMissing(TransferTry order, Instant from) {
        return of(order, """
                select (select count(*) from report r where r.company_id = :company and r.received_at >= :from)
                     - (select coalesce(sum(b.reports), 0) from transfer_batch b
                        where b.company_id = :company and b.transfer_id = :transfer)
                     - (select coalesce(sum(case when c.added and r.received_at >= :from then 1
                                                 when not c.added and r.report_id is null and c.received_at >= :from
                                                   then -1
                                                 else 0 end), 0)
                        from (select report_id, received_at, bool_or(added) as added from report_change_due
                              where company_id = :company
                              group by report_id, received_at) c
                        left join report r on r.company_id = :company and r.report_id = c.report_id)
                """)
                .param("from", Timestamp.from(from))
                .query(Long.class)
                .single();
    }

    @Override
    public long unfollowed(TransferTry order) {
        return jdbc.sql("select count(*) from report_change_due where company_id = :company")
                .param("company", order.tenant())
                .query(Long.class)
                .single();
    }

    @Override
    public long reportsBrought(TransferTry order) {
        return of(order, """
                select coalesce(sum(of_transfer), 0) from transfer_batch
                where company_id = :company and transfer_id = :transfer
                """).query(Long.class).single();
    }

    @Override
    public long found(TransferTry order, int batch) {
        return of(order, """
                select coalesce(sum(found), 0) from transfer_batch
                where company_id = :company and transfer_id = :transfer and batch = :batch
                """).param("batch", batch).query(Long.class).single();
    }

    @Override
    public TransferStock stock(TransferTry order) {
        return new TransferStock(
                batches(order),
                accounts(order),
                reservations(order),
                workflows(order),
                defaultWorkflow(order).orElse(null),
                0);
    }

    private List<TransferStock.Batch> batches(TransferTry order) {
        return of(order, """
                select batch, reports, root from transfer_batch
                where company_id = :company and transfer_id = :transfer and proved_at is not null
                """)
                .query((row, number) ->
                        new TransferStock.Batch(row.getInt("batch"), row.getInt("reports"), row.getBytes("root")))
                .list();
    }

    /** By the entries that took the licences out; both balances are what they ought to be in the Portal. */
    private List<TransferStock.Account> accounts(TransferTry order) {
        return of(order, """
                select p.pool_id, p.product, p.expires_on, e.quantity, e.reserved
                from ledger_entry e
                join licence_pool p on p.company_id = e.company_id and p.pool_id = e.pool_id
                where e.company_id = :company and e.transfer_id = :transfer and e.epoch = :epoch
                  and e.kind = 'TRANSFER_OUT'
                """)
                .param("epoch", order.epoch())
                .query((row, number) -> new TransferStock.Account(
                        row.getObject("pool_id", UUID.class),
                        row.getString("product"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("reserved")))
                .list();
    }

    private List<TransferStock.Held> reservations(TransferTry order) {
        return jdbc.sql("""
                select reservation_id, pool_id, quantity, idempotency_key from reservation
                where company_id = :company and state = 'MOVED'
                """)
                .param("company", order.tenant())
                .query((row, number) -> new TransferStock.Held(
                        row.getObject("reservation_id", UUID.class),
                        row.getObject("pool_id", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("idempotency_key", UUID.class),
                        "OPEN")) // as it ought to stand there
                .list();
    }

    private List<TransferStock.Workflow> workflows(TransferTry order) {
        return jdbc.sql("select workflow_id, name, definition from workflow where company_id = :company")
                .param("company", order.tenant())
                .query((row, number) -> new TransferStock.Workflow(
                        row.getObject("workflow_id", UUID.class),
                        row.getString("name"),
                        Sha256.of(row.getString("definition").getBytes(StandardCharsets.UTF_8))
                                .bytes()))
                .list();
    }

    private Optional<UUID> defaultWorkflow(TransferTry order) {
        return jdbc.sql("""
                select w.workflow_id from company c
                join workflow w on w.company_id = c.company_id and w.workflow_id = c.default_workflow_id
                where c.company_id = :company
                """).param("company", order.tenant()).query(UUID.class).optional();
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("company", order.tenant()).param("transfer", order.transfer());
    }
}
