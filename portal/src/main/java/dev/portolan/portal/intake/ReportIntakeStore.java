package dev.portolan.portal.intake;

import dev.portolan.contract.BatchReceipt;
import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts of batches, and which reports stand already. */
@Repository
class ReportIntakeStore {
    private final JdbcClient jdbc;

    ReportIntakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual
    record Kept(byte[] digest, BatchReceipt receipt) {}

    private record Standing(UUID document, byte[] digest) {}

    /** What makes a batch the same batch: its document ids and their digests. */
    static byte[] digest(ReportBatch batch) {
        var bytes = ByteBuffer.allocate(batch.header().rows() * 48);
        var rows = batch.tuples();
        while (rows.next()) {
            bytes.putLong(rows.document().getMostSignificantBits())
                    .putLong(rows.document().getLeastSignificantBits())
                    .put(rows.digest());
        }
        return ContentDigest.sha256(bytes.array());
    }

    Optional<Kept> receipt(ReportBatch.Header header) {
        return jdbc.sql("""
                select digest, stored, found, at from transfer_batch
                where tenant_id = :tenant and transfer_id = :transfer and batch = :batch
                """)
                .param("tenant", header.order().tenant())
                .param("transfer", header.order().transfer())
                .param("batch", header.batch())
                .query((row, number) -> new Kept(
                        row.getBytes("digest"),
                        new BatchReceipt(
                                header.batch(),
                                row.getInt("stored"),
                                row.getInt("found"),
                                row.getTimestamp("at").toInstant(),
                                true)))
                .optional();
    }

    void keep(ReportBatch.Header header, byte[] digest, BatchReceipt receipt) {
        jdbc.sql("""
                insert into transfer_batch (tenant_id, transfer_id, batch, digest, stored, found, epoch, at)
                values (:tenant, :transfer, :batch, :digest, :stored, :found, :epoch, :at)
                on conflict (tenant_id, transfer_id, batch) do update
                set digest = excluded.digest, stored = excluded.stored, found = excluded.found,
                    epoch = excluded.epoch, at = excluded.at
                """)
                .param("tenant", header.order().tenant())
                .param("transfer", header.order().transfer())
                .param("batch", header.batch())
                .param("digest", digest)
                .param("stored", receipt.stored())
                .param("found", receipt.found())
                .param("epoch", header.order().epoch())
                .param("at", Timestamp.from(receipt.at()))
                .update();
    }

    /** Digests of those documents that stand here, visible or brought by this transfer. */
    Map<UUID, byte[]> standing(TransferTry order, List<UUID> documents) {
        return jdbc
                .sql("""
                select document_id, digest from report
                where tenant_id = :tenant and document_id = any(cast(:documents as uuid[]))
                """)
                .param("tenant", order.tenant())
                .param("documents", texts(documents))
                .query((row, number) -> new Standing(row.getObject("document_id", UUID.class), row.getBytes("digest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::document, Standing::digest));
    }

    /** How many of those documents stand here without this transfer. */
    int before(TransferTry order, List<UUID> documents) {
        return jdbc.sql("""
                select count(*) from report
                where tenant_id = :tenant and transfer_id is distinct from :transfer
                  and document_id = any(cast(:documents as uuid[]))
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("documents", texts(documents))
                .query(Integer.class)
                .single();
    }

    int remove(TransferTry order, List<UUID> documents) {
        return jdbc.sql("""
                with gone as (
                  delete from report
                  where tenant_id = :tenant and transfer_id = :transfer
                    and document_id = any(cast(:documents as uuid[]))
                  returning report_id, serials),
                unfound as (
                  delete from report_serial s using gone, unnest(gone.serials) each
                  where s.tenant_id = :tenant and s.serial = each and s.report_id = gone.report_id)
                select count(*) from gone
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("documents", texts(documents))
                .query(Integer.class)
                .single();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
