package dev.portolan.cloud.transfer;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import dev.portolan.upgrade.stagetwo.ReportSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which report is in which batch, and how far each batch is. */
@Repository
class ReportBatches implements ReportSource {
    private final JdbcClient jdbc;
    private final ReportRows rows;
    private final Clock clock;

    ReportBatches(JdbcClient jdbc, ReportRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void plan(TransferTry order, Instant from) {
        of(order, """
                with missing as (
                  select r.report_id, r.document_id, octet_length(r.body) as bytes
                  from report r
                  where r.company_id = :company and r.received_at >= :from
                    and not exists (select from transfer_report t
                                    where t.company_id = :company and t.transfer_id = :transfer
                                      and t.report_id = r.report_id)),
                measured as (
                  select report_id, document_id,
                         (row_number() over (order by report_id) - 1) / :rows as by_rows,
                         (sum(bytes) over (order by report_id) - bytes) / :bytes as by_bytes
                  from missing),
                numbered as (
                  select report_id, document_id, dense_rank() over (order by by_rows, trunc(by_bytes)) as number
                  from measured)
                insert into transfer_report (company_id, transfer_id, report_id, document_id, batch)
                select :company, :transfer, report_id, document_id,
                       number + (select coalesce(max(batch), 0) from transfer_batch
                                 where company_id = :company and transfer_id = :transfer)
                from numbered
                """)
                .param("from", Timestamp.from(from))
                .param("rows", ReportBatch.MAX_ROWS)
                .param("bytes", ReportBatch.MAX_BYTES)
                .update();
        of(order, """
                insert into transfer_batch (company_id, transfer_id, batch, reports, bytes)
                select t.company_id, t.transfer_id, t.batch, count(*), sum(r.size)
                from transfer_report t
                join report r on r.company_id = t.company_id and r.report_id = t.report_id
                where t.company_id = :company and t.transfer_id = :transfer
                  and not exists (select from transfer_batch b
                                  where b.company_id = :company and b.transfer_id = :transfer and b.batch = t.batch)
                group by t.company_id, t.transfer_id, t.batch
                """).update();
    }

    @Override
    public List<UUID> outOfScope(TransferTry order, Instant from) {
        return of(order, """
                select t.document_id
                from transfer_report t
                left join report r on r.company_id = t.company_id and r.report_id = t.report_id
                where t.company_id = :company and t.transfer_id = :transfer
                  and (r.report_id is null or r.received_at < :from)
                limit :rows
                """)
                .param("from", Timestamp.from(from))
                .param("rows", ReportBatch.MAX_ROWS)
                .query(UUID.class)
                .list();
    }

    @Override
    public void forget(TransferTry order, List<UUID> documents) {
        of(order, """
                with gone as (
                  delete from transfer_report
                  where company_id = :company and transfer_id = :transfer
                    and document_id = any(cast(:documents as uuid[]))
                  returning batch),
                less as (select batch, count(*) as reports from gone group by batch)
                update transfer_batch b
                set reports = b.reports - less.reports, proved_at = null, root = null, of_transfer = null
                from less
                where b.company_id = :company and b.transfer_id = :transfer and b.batch = less.batch
                """)
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<Integer> nextUnsent(TransferTry order) {
        return of(order, """
                select batch from transfer_batch
                where company_id = :company and transfer_id = :transfer and received_at is null
                order by batch
                limit 1
                """).query(Integer.class).optional();
    }

    @Override
    public ReportBatch read(TransferTry order, int batch) {
        var read = rows.read(order, batch);
        return new ReportBatch(new ReportBatch.Header(order, batch, read.size()), read);
    }

    @Override
    public void received(TransferTry order, BatchReceipt receipt) {
        of(order, """
                update transfer_batch set received_at = :now, stored = :stored, found = :found
                where company_id = :company and transfer_id = :transfer and batch = :batch
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("stored", receipt.stored())
                .param("found", receipt.found())
                .param("batch", receipt.batch())
                .update();
    }

    @Override
    public Optional<Integer> nextUnproved(TransferTry order) {
        return of(order, """
                select batch from transfer_batch
                where company_id = :company and transfer_id = :transfer and received_at is not null
                  and proved_at is null
                order by batch
                limit 1
                """).query(Integer.class).optional();
    }

    @Override
    public void proved(TransferTry order, int batch, byte[] root, int ofTransfer) {
        of(order, """
                update transfer_batch set proved_at = :now, root = :root, of_transfer = :ofTransfer
                where company_id = :company and transfer_id = :transfer and batch = :batch
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("root", root)
                .param("ofTransfer", ofTransfer)
                .param("batch", batch)
                .update();
    }

    @Override
    public CopiedSoFar copied(UUID company, UUID transfer, Instant from) {
        return jdbc.sql("""
                select coalesce(sum(reports) filter (where proved_at is not null), 0) as copied,
                       coalesce(sum(reports), (select count(*) from report r
                                               where r.company_id = :company and r.received_at >= :from)) as total,
                       coalesce(sum(bytes) filter (where proved_at is not null), 0) as bytes,
                       coalesce(sum(reports) filter (where received_at > :since), 0) as lately,
                       coalesce(ceil(extract(epoch from :now - min(received_at) filter (where received_at > :since))), 0)
                         as seconds
                from transfer_batch
                where company_id = :company and transfer_id = :transfer
                """)
                .param("from", Timestamp.from(from))
                .param("since", Timestamp.from(clock.instant().minusSeconds(30)))
                .param("now", Timestamp.from(clock.instant()))
                .param("company", company)
                .param("transfer", transfer)
                .query((row, number) -> new CopiedSoFar(
                        row.getLong("copied"),
                        row.getLong("total"),
                        row.getLong("bytes"),
                        row.getLong("lately"),
                        Math.max(row.getLong("seconds"), row.getLong("lately") > 0 ? 1 : 0)))
                .single();
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("company", order.tenant()).param("transfer", order.transfer());
    }
}
