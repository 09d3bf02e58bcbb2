package dev.portolan.portal.intake;

import dev.portolan.contract.ReportTuples;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes reports by COPY, in the running transaction. COPY is refused on tables with row-level security, so it runs as
 * the role portal_intake, which may insert into the report tables and nothing else, and not name the tenant: that is the
 * bound one by default. A report's columns are passed on as they came, bytes for bytes; the database checks them.
 */
@Component
class ReportCopy {
    private static final String REPORTS = """
            copy report (report_id, transfer_id, document_id, received_at, digest, kind, product, product_version, state,
              standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure,
              signature_state, cover, size, dictionary, body, received_entry, serials) from stdin (format binary)
            """;
    private static final int REPORT_COLUMNS = ReportTuples.FIELDS + 2;
    private static final String SERIALS =
            "copy report_serial (serial, report_id, transfer_id) from stdin (format binary)";
    private static final int SERIAL_COLUMNS = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    private final JdbcTemplate jdbc;

    ReportCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes those of the rows that are wanted.
     *
     * @param tuples gives the rows anew with each call
     * @return how many were written
     * @throws DuplicateKeyException where one of the documents stands here; then none was written, and the transaction
     *     can go on
     */
    int write(TransferTry order, Supplier<ReportTuples> tuples, Predicate<ReportTuples> wanted) {
        return jdbc.execute((ConnectionCallback<Integer>) connection -> {
            var before = connection.setSavepoint();
            try {
                int written = copy(connection, order, tuples, wanted);
                connection.releaseSavepoint(before);
                return written;
            } catch (SQLException failed) {
                if (!UNIQUE_VIOLATION.equals(failed.getSQLState())) throw failed;
                connection.rollback(before);
                throw new DuplicateKeyException("some of the documents stand here", failed);
            }
        });
    }

    private static int copy(
            Connection connection, TransferTry order, Supplier<ReportTuples> tuples, Predicate<ReportTuples> wanted)
            throws SQLException {
        try (var role = connection.createStatement()) {
            role.execute("set local role portal_intake");
            var serials = new Serials(order.transfer());
            int written =
                    reports(connection.unwrap(PGConnection.class), order.transfer(), tuples.get(), wanted, serials);
            serials.write(connection.unwrap(PGConnection.class));
            role.execute("reset role");
            return written;
        }
    }

    private static int reports(
            PGConnection connection,
            UUID transfer,
            ReportTuples report,
            Predicate<ReportTuples> wanted,
            Serials serials)
            throws SQLException {
        var out = new BinaryCopy(connection, REPORTS);
        try {
            int sent = 0;
            while (report.next()) {
                if (!wanted.test(report)) continue;
                var id = Ids.at(report.receivedAt());
                out.row(REPORT_COLUMNS);
                out.uuid(id);
                out.uuid(transfer);
                out.fields(report.bytes(), report.columnsFrom(), report.columnsTo());
                serials.add(id, report);
                sent++;
            }
            requireAll(sent, out.end());
            return sent;
        } finally {
            out.leave();
        }
    }

    /** COPY says how many rows it has stored. */
    private static void requireAll(int sent, long stored) {
        if (sent != stored) throw new IllegalStateException(stored + " of " + sent + " rows stand after COPY");
    }

    /** What the reports are found by, kept until their own COPY is over. */
    private static final class Serials {
        private final UUID transfer;
        private final List<Entry> entries = new ArrayList<>();

        private Serials(UUID transfer) {
            this.transfer = transfer;
        }

        @SuppressWarnings("ArrayRecordComponent") // a part of the batch, compared by its order only
        private record Entry(byte[] bytes, int from, int to, UUID report) {
            int byBytes(Entry other) {
                return Arrays.compareUnsigned(bytes, from, to, other.bytes, other.from, other.to);
            }
        }

        void add(UUID report, ReportTuples tuple) {
            for (var serial : tuple.serials())
                entries.add(new Entry(tuple.bytes(), serial.from(), serial.to(), report));
        }

        /** In the order of the key, so that neighbours meet in the index. */
        void write(PGConnection connection) throws SQLException {
            entries.sort(Entry::byBytes);
            var out = new BinaryCopy(connection, ReportCopy.SERIALS);
            try {
                for (var entry : entries) {
                    out.row(SERIAL_COLUMNS);
                    out.field(entry.bytes(), entry.from(), entry.to());
                    out.uuid(entry.report());
                    out.uuid(transfer);
                }
                requireAll(entries.size(), out.end());
            } finally {
                out.leave();
            }
        }
    }
}
