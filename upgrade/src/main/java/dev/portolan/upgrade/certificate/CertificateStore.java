package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.LeafBlock;
import dev.portolan.certificate.SignedStatement;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of certificates; every method expects a transaction bound to the company. */
@Repository
class CertificateStore {
    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void block(UUID company, UUID certificate, int block, List<CertifiedReport> leaves, byte[] root) {
        jdbc.sql("""
                insert into transfer_certificate_block
                  (company_id, certificate_id, block, first_document, leaves, root)
                values (:company, :certificate, :block, :first, :leaves, :root)
                on conflict (company_id, certificate_id, block) do update
                set first_document = excluded.first_document, leaves = excluded.leaves, root = excluded.root
                """)
                .param("company", company)
                .param("certificate", certificate)
                .param("block", block)
                .param("first", leaves.getFirst().document())
                .param("leaves", LeafBlock.write(leaves))
                .param("root", root)
                .update();
    }

    /** The first of its kind stays. */
    void insert(Certified made) {
        jdbc.sql("""
                insert into transfer_certificate
                  (company_id, certificate_id, runner_id, transfer_id, epoch, leaves_id, revokes_id, statement, signature,
                   issued_at)
                values (:company, :certificate, :runner, :transfer, :epoch, :leaves, :revokes, :statement, :signature,
                        :issued)
                on conflict do nothing
                """)
                .param("company", made.order().tenant())
                .param("certificate", made.id())
                .param("runner", made.runner().value())
                .param("transfer", made.order().transfer())
                .param("epoch", made.order().epoch())
                .param("leaves", made.leaves())
                .param("revokes", made.revokes())
                .param("statement", made.signed().json())
                .param("signature", made.signed().signature())
                .param("issued", Timestamp.from(made.issuedAt()))
                .update();
    }

    /** Newest first. */
    List<Certified> all(UUID company) {
        return jdbc.sql("""
                select company_id, certificate_id, runner_id, transfer_id, epoch, leaves_id, revokes_id, statement,
                       signature, issued_at
                from transfer_certificate
                where company_id = :company
                order by epoch desc, issued_at desc, certificate_id
                """)
                .param("company", company)
                .query((row, number) -> certified(row))
                .list();
    }

    Optional<Certified> find(UUID company, UUID certificate) {
        return all(company).stream()
                .filter(each -> each.id().equals(certificate))
                .findFirst();
    }

    private static Certified certified(ResultSet row) throws SQLException {
        return new Certified(
                row.getObject("certificate_id", UUID.class),
                new TransferTry(
                        row.getObject("company_id", UUID.class),
                        row.getObject("transfer_id", UUID.class),
                        row.getLong("epoch")),
                new CompanyId(row.getObject("runner_id", UUID.class)),
                row.getObject("leaves_id", UUID.class),
                row.getObject("revokes_id", UUID.class),
                new SignedStatement(row.getString("statement"), row.getString("signature")),
                row.getTimestamp("issued_at").toInstant());
    }

    List<byte[]> roots(UUID company, UUID leaves) {
        return jdbc.sql("""
                select root from transfer_certificate_block
                where company_id = :company and certificate_id = :certificate
                order by block
                """)
                .param("company", company)
                .param("certificate", leaves)
                .query((row, number) -> row.getBytes("root"))
                .list();
    }

    /** The block in which a document stands, if the certificate speaks of it. */
    Optional<CertificateLeaves> blockOf(Certified certified, UUID document) {
        return jdbc.sql("""
                select block, first_document, leaves, root from transfer_certificate_block
                where company_id = :company and certificate_id = :certificate and first_document <= :document
                order by block desc
                limit 1
                """)
                .param("company", certified.order().tenant())
                .param("certificate", certified.leaves())
                .param("document", document)
                .query((row, number) -> leaves(certified, row))
                .optional();
    }

    Optional<CertificateLeaves> block(Certified certified, int block) {
        return jdbc.sql("""
                select block, first_document, leaves, root from transfer_certificate_block
                where company_id = :company and certificate_id = :certificate and block = :block
                """)
                .param("company", certified.order().tenant())
                .param("certificate", certified.leaves())
                .param("block", block)
                .query((row, number) -> leaves(certified, row))
                .optional();
    }

    private static CertificateLeaves leaves(Certified certified, ResultSet row) throws SQLException {
        return new CertificateLeaves(
                certified.order(),
                certified.leaves(),
                row.getInt("block"),
                row.getObject("first_document", UUID.class),
                row.getBytes("leaves"),
                row.getBytes("root"));
    }

    Optional<Pages> pages(UUID company, UUID certificate) {
        return jdbc.sql("""
                select pdf_en, pdf_de from transfer_certificate
                where company_id = :company and certificate_id = :certificate and pdf_en is not null
                """)
                .param("company", company)
                .param("certificate", certificate)
                .query((row, number) -> new Pages(row.getBytes("pdf_en"), row.getBytes("pdf_de")))
                .optional();
    }

    void keep(UUID company, UUID certificate, Pages pages) {
        jdbc.sql("""
                update transfer_certificate set pdf_en = :english, pdf_de = :german
                where company_id = :company and certificate_id = :certificate and pdf_en is null
                """)
                .param("english", pages.english())
                .param("german", pages.german())
                .param("company", company)
                .param("certificate", certificate)
                .update();
    }

    /** A certificate as PDF in both languages. */
    @SuppressWarnings("ArrayRecordComponent") // handed on
    record Pages(byte[] english, byte[] german) {}
}
