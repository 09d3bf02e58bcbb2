package dev.portolan.portal.intake;

import dev.portolan.contract.ReportBatch.Row;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes reports by COPY, in the running transaction. COPY is refused on tables with row-level security, so it runs as
 * the role portal_intake, which may insert into the report tables and nothing else, and not name the tenant: that is the
 * bound one by default.
 */
@Component
class ReportCopy {
    private static final String REPORTS = """
            copy report (report_id, document_id, received_at, kind, product, product_version, state, standard, serial,
              imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure, signature_state, cover,
              digest, size, dictionary, body, received_entry, transfer_id) from stdin (format binary)
            """;
    private static final String SERIALS =
            "copy report_serial (serial, report_id, transfer_id) from stdin (format binary)";

    private final JdbcTemplate jdbc;

    ReportCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(TransferTry order, List<Row> rows) {
        if (rows.isEmpty()) return;
        var numbered = rows.stream()
                .map(row -> new Numbered(Ids.at(row.receivedAt()), row))
                .toList();
        jdbc.execute("set local role portal_intake");
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            copy(connection, REPORTS, out -> {
                for (var report : numbered) write(out, order.transfer(), report);
            });
            copy(connection, SERIALS, out -> {
                for (var report : numbered) writeSerials(out, order.transfer(), report);
            });
            return true;
        });
        jdbc.execute("reset role");
    }

    private record Numbered(UUID id, Row row) {}

    @FunctionalInterface
    private interface Rows {
        void write(BinaryCopy out) throws IOException;
    }

    private static void copy(Connection connection, String statement, Rows rows) throws SQLException {
        try (var out = new BinaryCopy(new PGCopyOutputStream(connection.unwrap(PGConnection.class), statement))) {
            rows.write(out);
        } catch (IOException broken) {
            if (broken.getCause() instanceof SQLException cause) throw cause;
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(BinaryCopy out, UUID transfer, Numbered report) throws IOException {
        var row = report.row();
        out.row(25)
                .uuid(report.id())
                .uuid(row.document())
                .time(row.receivedAt())
                .text(row.kind())
                .text(row.product())
                .text(row.productVersion())
                .text(row.state())
                .text(row.standard())
                .text(row.serial())
                .text(row.imei())
                .text(row.assetTag())
                .text(row.manufacturer())
                .text(row.model())
                .time(row.erasedAt())
                .text(row.erasurePerson())
                .json(row.fields())
                .text(row.failure())
                .text(row.signatureState())
                .text(row.cover())
                .bytes(row.digest())
                .number(row.size())
                .number(row.dictionary())
                .bytes(row.body())
                .bytes(row.receivedEntry())
                .uuid(transfer);
    }

    private static void writeSerials(BinaryCopy out, UUID transfer, Numbered report) throws IOException {
        for (var serial : report.row().serials()) {
            out.row(3).text(serial).uuid(report.id()).uuid(transfer);
        }
    }
}
