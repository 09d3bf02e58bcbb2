package dev.portolan.portal.undo;

import dev.portolan.contract.BroughtBack;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.UndoPage;
import dev.portolan.contract.UndoTry;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reports of the tenant: those the transfer brought, and those that the Portal has received itself since. The latter travel
 * as {@link dev.portolan.contract.ReportTuples} says. COPY takes no parameters, so ids are written into the statement; they
 * hold no quotes.
 */
@Repository
class UndoReports {
    private static final int AT_ONCE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final byte[] NOTHING = {};
    /** What stands before the rows and after them (manual, COPY, File Formats). */
    private static final int HEADER = 11 + 4 + 4;

    private static final int TRAILER = 2;
    private static final String COPY = """
            copy (
              select r.document_id, r.received_at, r.digest, r.kind, r.product, r.product_version, r.state, r.standard,
                     r.serial, r.imei, r.asset_tag, r.manufacturer, r.model, r.erased_at, r.erasure_person, r.fields,
                     r.failure, r.signature_state, r.cover, r.size, r.dictionary, r.body, r.received_entry,
                     r.serials
              from report r
              where r.tenant_id = '%1$s' and r.transfer_id is null and r.received_at >= (
                  select o.at from transfer_outcome o
                  where o.tenant_id = '%1$s' and o.transfer_id = '%2$s' and o.outcome = 'ACTIVATED')
                and r.document_id > '%3$s' and r.document_id <= '%4$s'
              order by r.document_id) to stdout (format binary)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate copying;

    UndoReports(JdbcClient jdbc, JdbcTemplate copying) {
        this.jdbc = jdbc;
        this.copying = copying;
    }

    long ofTransfer(UndoTry undo) {
        return of(undo, "select count(*) from report where tenant_id = :tenant and transfer_id = :transfer")
                .query(Long.class)
                .single();
    }

    long since(UndoTry undo) {
        return of(undo, """
                select count(*) from report
                where tenant_id = :tenant and transfer_id is null and received_at >= (
                  select o.at from transfer_outcome o
                  where o.tenant_id = :tenant and o.transfer_id = :transfer and o.outcome = 'ACTIVATED')
                """).query(Long.class).single();
    }

    /** As many as fit into a message. */
    BroughtBack page(UndoPage page) {
        var after = page.after() == null ? FIRST : page.after();
        var last = last(page.undo(), after);
        if (last.isEmpty()) return BroughtBack.of(NOTHING);
        var statement = COPY.formatted(page.undo().order().tenant(), page.undo().transfer(), after, last.get());
        return BroughtBack.of(copying.execute(
                (ConnectionCallback<byte[]>) connection -> rows(connection.unwrap(PGConnection.class), statement)));
    }

    private Optional<UUID> last(UndoTry undo, UUID after) {
        return of(undo, """
                select document_id
                from (select document_id, row_number() over numbers as row,
                             sum(octet_length(body)) over numbers - octet_length(body) as bytes_before
                      from (select r.document_id, r.body from report r
                            where r.tenant_id = :tenant and r.transfer_id is null and r.document_id > :after
                              and r.received_at >= (
                                select o.at from transfer_outcome o
                                where o.tenant_id = :tenant and o.transfer_id = :transfer and o.outcome = 'ACTIVATED')
                            order by r.document_id limit :rows) page
                      window numbers as (order by document_id)) measured
                where bytes_before < :bytes
                order by document_id desc
                limit 1
                """)
                .param("after", after)
                .param("rows", AT_ONCE)
                .param("bytes", ReportBatch.MAX_BYTES)
                .query(UUID.class)
                .optional();
    }

    private static byte[] rows(PGConnection connection, String statement) throws SQLException {
        CopyOut out = connection.getCopyAPI().copyOut(statement);
        try {
            var bytes = new ByteArrayOutputStream();
            for (var piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) bytes.writeBytes(piece);
            return Arrays.copyOfRange(bytes.toByteArray(), HEADER, bytes.size() - TRAILER);
        } finally {
            if (out.isActive()) out.cancelCopy();
        }
    }

    private StatementSpec of(UndoTry undo, String sql) {
        return jdbc.sql(sql).param("tenant", undo.order().tenant()).param("transfer", undo.transfer());
    }
}
