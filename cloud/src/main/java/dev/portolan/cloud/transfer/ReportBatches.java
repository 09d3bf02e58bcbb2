package dev.portolan.cloud.transfer;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import dev.portolan.upgrade.stagetwo.ReportSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which report is in which batch, and how far each batch is. */
@Repository
class ReportBatches implements ReportSource {
    private final JdbcClient jdbc;
    private final ReportRows rows;
    private final ReportChanges changes;
    private final Clock clock;

    ReportBatches(JdbcClient jdbc, ReportRows rows, ReportChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void follow(TransferTry order, Instant from) {
        changes.follow(order, from);
    }

    @Override
    public void plan(TransferTry order) {
        changes.plan(order);
    }

    @Override
    public Due changes(TransferTry order) {
        return changes.changes(order);
    }

    @Override
    public Due rescoped(TransferTry order, Instant from) {
        return changes.rescoped(order, from);
    }

    @Override
    public void settle(TransferTry order, Instant from, List<Change> some) {
        changes.settle(order, from, some);
    }

    @Override
    public long behind(TransferTry order) {
        return changes.behind(order);
    }

    @Override
    public void leave(TransferTry order) {
        changes.leave(order);
    }

    @Override
    public List<Integer> unsent(TransferTry order) {
        return of(order, """
                select batch from transfer_batch
                where company_id = :company and transfer_id = :transfer and received_at is null
                order by batch
                """).query(Integer.class).list();
    }

    @Override
    public ReportBatch read(TransferTry order, int batch) {
        return rows.read(order, batch);
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
    public List<Integer> unproved(TransferTry order) {
        return of(order, """
                select batch from transfer_batch
                where company_id = :company and transfer_id = :transfer and received_at is not null
                  and proved_at is null
                order by batch
                """).query(Integer.class).list();
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
