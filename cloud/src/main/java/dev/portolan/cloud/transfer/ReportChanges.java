package dev.portolan.cloud.transfer;

import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import dev.portolan.upgrade.stagetwo.ReportSource.Change;
import dev.portolan.upgrade.stagetwo.ReportSource.Due;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Follows what becomes of the reports of a company while a transfer is on its way. */
@Repository
class ReportChanges {
    private static final int AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void follow(TransferTry order, Instant from) {
        int begun = of(order, """
                insert into transfer_follow as f (company_id, transfer_id, following, since)
                values (:company, :transfer, true, :from)
                on conflict (company_id, transfer_id) do update
                set following = true, since = excluded.since, planned_at = null
                where not f.following
                """).param("from", Timestamp.from(from)).update();
        if (begun == 0) return;
        of(order, "delete from transfer_report where company_id = :company and transfer_id = :transfer")
                .update();
        of(order, "delete from transfer_batch where company_id = :company and transfer_id = :transfer")
                .update();
    }

    void leave(TransferTry order) {
        of(order, """
                update transfer_follow set following = false
                where company_id = :company and transfer_id = :transfer
                """).update();
    }

    /**
     * One statement, so that the ranges and what is followed from then on fit together. It waits for nobody: a row that a
     * writer is just clearing away is left, and not due.
     */
    void plan(TransferTry order) {
        of(order, """
                with planning as (
                  update transfer_follow set planned_at = :now, planned = pg_current_snapshot()
                  where company_id = :company and transfer_id = :transfer and planned_at is null
                  returning since, last_batch),
                followed as (
                  delete from report_change
                  where company_id = :company and exists (select from planning) and change_id = any(array(
                    select change_id from report_change where company_id = :company for update skip locked))),
                due as materialized (
                  select r.report_id, r.size, octet_length(r.body) + octet_length(r.received_entry) as bytes,
                         p.since, p.last_batch
                  from planning p
                  join report r on r.company_id = :company and r.received_at >= p.since),
                measured as (
                  select report_id, size, since, last_batch,
                         (row_number() over numbers - 1) / :rows as by_rows, sum(bytes) over numbers / :bytes as by_bytes
                  from due
                  window numbers as (order by report_id)),
                numbered as (
                  select report_id, size, since,
                         last_batch + dense_rank() over (order by by_rows, by_bytes) as batch
                  from measured)
                insert into transfer_batch (company_id, transfer_id, batch, reports, bytes, first_id, last_id, since)
                select :company, :transfer, batch, count(*), sum(size), min(report_id), max(report_id), since
                from numbered
                group by batch, since
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("rows", ReportBatch.MAX_ROWS)
                .param("bytes", ReportBatch.MAX_BYTES)
                .update();
        number(order);
    }

    private void number(TransferTry order) {
        of(order, """
                update transfer_follow
                set last_batch = greatest(last_batch, (
                  select coalesce(max(batch), 0) from transfer_batch
                  where company_id = :company and transfer_id = :transfer))
                where company_id = :company and transfer_id = :transfer
                """).update();
    }

    long behind(TransferTry order) {
        return jdbc.sql("select count(*) from report_change_due where company_id = :company")
                .param("company", order.tenant())
                .query(Long.class)
                .single();
    }

    Due changes(TransferTry order) {
        var followed = of(order, """
                select c.report_id, c.document_id, not bool_or(c.added) as sent, c.received_at,
                       array_agg(c.change_id) as entries,
                       coalesce((select octet_length(r.body) from report r
                                 where r.company_id = :company and r.report_id = c.report_id), 0) as bytes
                from (select report_id, document_id, received_at, added, change_id from report_change_due
                      where company_id = :company
                      order by change_id limit :rows) c
                group by c.report_id, c.document_id, c.received_at
                order by c.report_id
                """)
                .param("rows", AT_A_TIME)
                .query((row, number) -> measured(row))
                .list();
        return bounded(
                followed,
                followed.stream()
                                .mapToInt(each -> each.change().entries().size())
                                .sum()
                        == AT_A_TIME);
    }

    /** Reports on one side of the bound that was planned by, and on the other side of the one that is ordered now. */
    Due rescoped(TransferTry order, Instant from) {
        var found = of(order, """
                select r.report_id, r.document_id, true as sent, r.received_at, array[]::bigint[] as entries,
                       octet_length(r.body) as bytes
                from transfer_follow f
                join report r on r.company_id = :company
                  and r.received_at >= least(f.since, :from) and r.received_at < greatest(f.since, :from)
                where f.company_id = :company and f.transfer_id = :transfer and f.since <> :from
                  and not exists (select from transfer_report t
                                  where t.company_id = :company and t.transfer_id = :transfer
                                    and t.report_id = r.report_id and (t.batch > 0) = (r.received_at >= :from))
                order by r.report_id
                limit :rows
                """)
                .param("from", Timestamp.from(from))
                .param("rows", AT_A_TIME)
                .query((row, number) -> measured(row))
                .list();
        if (found.isEmpty()) of(order, """
                    update transfer_follow set since = :from
                    where company_id = :company and transfer_id = :transfer and since <> :from
                    """).param("from", Timestamp.from(from)).update();
        return bounded(found, found.size() == AT_A_TIME);
    }

    private record Measured(Change change, long bytes) {}

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                new Change(
                        row.getLong("report_id"),
                        row.getObject("document_id", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("sent"),
                        List.of((Long[]) row.getArray("entries").getArray())),
                row.getLong("bytes"));
    }

    /** As many as fit into one batch. */
    private static Due bounded(List<Measured> found, boolean more) {
        var changes = new ArrayList<Change>();
        long bytes = 0;
        for (var each : found) {
            bytes += each.bytes();
            if (bytes > ReportBatch.MAX_BYTES && !changes.isEmpty()) return new Due(changes, true);
            changes.add(each.change());
        }
        return new Due(changes, more);
    }

    void settle(TransferTry order, Instant from, List<Change> changes) {
        var reports = changes.stream().map(Change::report).toArray(Long[]::new);
        takeOut(order, changes.stream().filter(Change::sent).toList());
        of(order, """
                with entry as (
                  delete from report_change where company_id = :company and change_id = any(:entries)),
                numbered as (
                  select last_batch + 1 as batch from transfer_follow
                  where company_id = :company and transfer_id = :transfer),
                listed as (
                  insert into transfer_report (company_id, transfer_id, report_id, document_id, batch)
                  select :company, :transfer, c.report_id, c.document_id,
                         case when r.received_at >= :from then n.batch else 0 end
                  from unnest(:reports, cast(:documents as uuid[])) c (report_id, document_id)
                  cross join numbered n
                  left join report r on r.company_id = :company and r.report_id = c.report_id
                  on conflict (company_id, transfer_id, report_id) do update set batch = excluded.batch
                  returning report_id, batch)
                insert into transfer_batch (company_id, transfer_id, batch, reports, bytes)
                select :company, :transfer, l.batch, count(*), coalesce(sum(r.size), 0)
                from listed l
                left join report r on r.company_id = :company and r.report_id = l.report_id
                where l.batch > 0
                group by l.batch
                """)
                .param(
                        "entries",
                        changes.stream()
                                .flatMap(change -> change.entries().stream())
                                .toArray(Long[]::new))
                .param("reports", reports)
                .param(
                        "documents",
                        changes.stream()
                                .map(change -> change.document().toString())
                                .toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .update();
        number(order);
    }

    /** Their batches lose them, and have to be proved anew. */
    private void takeOut(TransferTry order, List<Change> sent) {
        if (sent.isEmpty()) return;
        of(order, """
                with left_out as (
                  select b.batch, count(*) as reports
                  from unnest(:reports, cast(:received as timestamptz[])) c (report_id, received_at)
                  left join transfer_report t on t.company_id = :company and t.transfer_id = :transfer
                    and t.report_id = c.report_id
                  join transfer_batch b on b.company_id = :company and b.transfer_id = :transfer
                    and (b.batch = t.batch or t.batch is null and c.received_at >= b.since
                           and c.report_id between b.first_id and b.last_id)
                  group by b.batch)
                update transfer_batch b
                set reports = b.reports - l.reports, proved_at = null, root = null, of_transfer = null
                from left_out l
                where b.company_id = :company and b.transfer_id = :transfer and b.batch = l.batch
                """)
                .param("reports", sent.stream().map(Change::report).toArray(Long[]::new))
                .param(
                        "received",
                        sent.stream()
                                .map(change -> change.receivedAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    private StatementSpec of(TransferTry order, String sql) {
        return jdbc.sql(sql).param("company", order.tenant()).param("transfer", order.transfer());
    }
}
