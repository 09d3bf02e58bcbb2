package dev.portolan.portal.certificate;

import dev.portolan.certificate.LeafBlock;
import dev.portolan.certificate.SignedStatement;
import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.TransferTry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of certificates; every method expects a transaction bound to the tenant. */
@Repository
class CertificateStore {
    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean activated(TransferTry order) {
        return jdbc.sql("""
                select exists (select from transfer_outcome
                               where tenant_id = :tenant and transfer_id = :transfer and epoch = :epoch
                                 and outcome = 'ACTIVATED')
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .param("epoch", order.epoch())
                .query(Boolean.class)
                .single();
    }

    int keep(CertificateLeaves leaves) {
        return of(leaves.order().tenant(), leaves.certificate(), """
                insert into transfer_certificate_block
                  (tenant_id, certificate_id, block, first_document, leaves, root)
                values (:tenant, :certificate, :block, :first, :leaves, :root)
                on conflict do nothing
                """)
                .param("block", leaves.block())
                .param("first", leaves.first())
                .param("leaves", leaves.leaves())
                .param("root", leaves.root())
                .update();
    }

    int keep(CertificateCopy copy) {
        return of(copy.order().tenant(), copy.certificate(), """
                insert into transfer_certificate
                  (tenant_id, certificate_id, transfer_id, epoch, revokes_id, statement, signature, issued_at)
                values (:tenant, :certificate, :transfer, :epoch, :revokes, :statement, :signature, :issued)
                on conflict do nothing
                """)
                .param("transfer", copy.order().transfer())
                .param("epoch", copy.order().epoch())
                .param("revokes", copy.revokes())
                .param("statement", copy.statement())
                .param("signature", copy.signature())
                .param("issued", Timestamp.from(copy.issuedAt()))
                .update();
    }

    int keep(CertificatePages pages) {
        return of(pages.order().tenant(), pages.certificate(), """
                update transfer_certificate set pdf_en = :english, pdf_de = :german
                where tenant_id = :tenant and certificate_id = :certificate and pdf_en is null
                """)
                .param("english", pages.english())
                .param("german", pages.german())
                .update();
    }

    boolean any(UUID tenant) {
        return jdbc.sql("select exists (select from transfer_certificate where tenant_id = :tenant)")
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
    }

    /** Newest first; a successor that revokes stands before the one it revokes. */
    List<KeptCertificate> all(UUID tenant) {
        return jdbc.sql("""
                select tenant_id, certificate_id, revokes_id, statement, signature
                from transfer_certificate
                where tenant_id = :tenant
                order by epoch desc, issued_at desc, certificate_id
                """)
                .param("tenant", tenant)
                .query((row, number) -> certificate(row))
                .list();
    }

    private static KeptCertificate certificate(ResultSet row) throws SQLException {
        return new KeptCertificate(
                row.getObject("tenant_id", UUID.class),
                row.getObject("certificate_id", UUID.class),
                row.getObject("revokes_id", UUID.class),
                new SignedStatement(row.getString("statement"), row.getString("signature")));
    }

    Optional<byte[]> pdf(UUID tenant, UUID certificate, boolean german) {
        return of(tenant, certificate, """
                select case when :german then pdf_de else pdf_en end as pdf from transfer_certificate
                where tenant_id = :tenant and certificate_id = :certificate and pdf_en is not null
                """)
                .param("german", german)
                .query((row, number) -> row.getBytes("pdf"))
                .optional();
    }

    List<byte[]> roots(UUID tenant, UUID certificate) {
        return of(tenant, certificate, """
                select root from transfer_certificate_block
                where tenant_id = :tenant and certificate_id = :certificate
                order by block
                """)
                .query((row, number) -> row.getBytes("root"))
                .list();
    }

    List<byte[]> leaves(UUID tenant, UUID certificate) {
        return of(tenant, certificate, """
                select leaves from transfer_certificate_block
                where tenant_id = :tenant and certificate_id = :certificate
                order by block
                """)
                .query((row, number) -> row.getBytes("leaves"))
                .list();
    }

    /** The block in which a document stands, if the certificate speaks of it. */
    Optional<Block> blockOf(UUID tenant, UUID certificate, UUID document) {
        return of(tenant, certificate, """
                select block, leaves from transfer_certificate_block
                where tenant_id = :tenant and certificate_id = :certificate and first_document <= :document
                order by block desc
                limit 1
                """)
                .param("document", document)
                .query((row, number) -> new Block(row.getInt("block"), row.getBytes("leaves")))
                .optional();
    }

    private StatementSpec of(UUID tenant, UUID certificate, String sql) {
        return jdbc.sql(sql).param("tenant", tenant).param("certificate", certificate);
    }

    /** {@link LeafBlock}, with its number. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Block(int number, byte[] leaves) {}
}
