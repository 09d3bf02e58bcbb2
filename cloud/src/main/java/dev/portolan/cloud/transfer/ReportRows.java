package dev.portolan.cloud.transfer;

import dev.portolan.contract.ReportBatch.Row;
import dev.portolan.contract.TransferTry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the reports of a batch as they travel: bodies compressed as they are stored. */
@Repository
class ReportRows {
    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> read(TransferTry order, int batch) {
        return jdbc.sql("""
                select r.document_id, r.received_at, r.kind, r.product, r.product_version, r.state, r.standard, r.serial,
                       r.imei, r.asset_tag, r.manufacturer, r.model, r.erased_at, r.erasure_person, r.fields, r.failure,
                       r.signature_state, r.cover, r.digest, r.size, r.dictionary, r.body, r.received_entry,
                       array(select s.serial from report_serial s
                             where s.company_id = r.company_id and s.report_id = r.report_id order by s.serial) as serials
                from transfer_report t
                join report r on r.company_id = t.company_id and r.report_id = t.report_id
                where t.company_id = :company and t.transfer_id = :transfer and t.batch = :batch
                order by r.received_at, r.report_id
                """)
                .param("company", order.tenant())
                .param("transfer", order.transfer())
                .param("batch", batch)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("document_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getString("kind"),
                row.getString("product"),
                row.getString("product_version"),
                row.getString("state"),
                row.getString("standard"),
                row.getString("serial"),
                row.getString("imei"),
                row.getString("asset_tag"),
                row.getString("manufacturer"),
                row.getString("model"),
                instant(row.getTimestamp("erased_at")),
                row.getString("erasure_person"),
                row.getString("fields"),
                row.getString("failure"),
                row.getString("signature_state"),
                row.getString("cover"),
                row.getBytes("digest"),
                row.getInt("size"),
                row.getInt("dictionary"),
                row.getBytes("body"),
                row.getBytes("received_entry"),
                List.of((String[]) row.getArray("serials").getArray()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
