package dev.portolan.cloud.undo;

import dev.portolan.contract.BroughtBack;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reports that the Portal has received itself, written as they came: the rows of a binary COPY (manual, File Formats). */
@Repository
class ReportsBack {
    private static final String INTO = """
            copy report_back (document_id, received_at, digest, kind, product, product_version, state, standard, serial, imei,
              asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure, signature_state, cover, size,
              dictionary, body, received_entry, serials) from stdin (format binary)
            """;
    /** The signature, no flags, no extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private final JdbcTemplate copying;

    ReportsBack(JdbcTemplate copying) {
        this.copying = copying;
    }

    /** Joins the transaction, and writes for the company it is bound to. */
    void keep(BroughtBack back) {
        copying.execute((ConnectionCallback<Long>) connection -> copy(connection.unwrap(PGConnection.class), back));
    }

    private static long copy(PGConnection connection, BroughtBack back) throws SQLException {
        CopyIn in = connection.getCopyAPI().copyIn(INTO);
        try {
            in.writeToCopy(HEADER, 0, HEADER.length);
            in.writeToCopy(back.rows(), 0, back.rows().length);
            in.writeToCopy(TRAILER, 0, TRAILER.length);
            return in.endCopy();
        } finally {
            if (in.isActive()) in.cancelCopy();
        }
    }
}
