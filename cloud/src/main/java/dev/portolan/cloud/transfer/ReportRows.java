package dev.portolan.cloud.transfer;

import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the reports of a batch as they travel: by COPY, in the fields of {@link dev.portolan.contract.ReportTuples}. COPY
 * takes no parameters, so numbers, ids and times are written into the statement; they hold no quotes.
 */
@Repository
class ReportRows {
    private static final String FIELDS = """
            r.document_id, r.received_at, r.digest, r.kind, r.product, r.product_version, r.state, r.standard, r.serial,
            r.imei, r.asset_tag, r.manufacturer, r.model, r.erased_at, r.erasure_person, r.fields, r.failure,
            r.signature_state, r.cover, r.size, r.dictionary, r.body, r.received_entry, r.serials""";

    /**
     * What came since the ranges were cut is listed, or is about to be. It joins nothing that a planner without statistics,
     * as of a company that has just been loaded, could take row by row.
     */
    private static final String RANGE = """
            copy (
              select %s from report r
              where r.company_id = '%s' and r.report_id between %d and %d and r.received_at >= '%s'
                and not exists (select from transfer_report t
                                where t.company_id = '%2$s' and t.transfer_id = '%s' and t.report_id = r.report_id)
                and r.report_id <> all(array(select c.report_id from report_change_due c
                                             where c.company_id = '%2$s' and c.added))
              order by r.report_id) to stdout (format binary)
            """;

    private static final String LIST = """
            copy (
              select %s from transfer_report t
              join report r on r.company_id = t.company_id and r.report_id = t.report_id
              where t.company_id = '%s' and t.transfer_id = '%s' and t.batch = %d
              order by r.report_id) to stdout (format binary)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate copying;

    ReportRows(JdbcClient jdbc, JdbcTemplate copying) {
        this.jdbc = jdbc;
        this.copying = copying;
    }

    private record Bounds(
            @Nullable Long first,
            @Nullable Long last,
            @Nullable Instant since) {}

    ReportBatch read(TransferTry order, int batch) {
        var bounds = jdbc.sql("""
                select first_id, last_id, since from transfer_batch
                where company_id = :company and transfer_id = :transfer and batch = :batch
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("batch", batch)
                .query((row, number) -> new Bounds(
                        row.getObject("first_id", Long.class),
                        row.getObject("last_id", Long.class),
                        instant(row.getTimestamp("since"))))
                .single();
        var statement = bounds.first() == null
                ? LIST.formatted(FIELDS, order.tenant(), order.transfer(), batch)
                : RANGE.formatted(
                        FIELDS, order.tenant(), bounds.first(), bounds.last(), bounds.since(), order.transfer());
        return copying.execute((ConnectionCallback<ReportBatch>)
                connection -> copy(connection.unwrap(PGConnection.class), statement, order, batch));
    }

    private static ReportBatch copy(PGConnection connection, String statement, TransferTry order, int batch)
            throws SQLException {
        CopyOut out = connection.getCopyAPI().copyOut(statement);
        try {
            var rows = new TupleBuffer();
            for (var piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) rows.add(piece);
            return rows.batch(order, batch);
        } finally {
            if (out.isActive()) out.cancelCopy();
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
