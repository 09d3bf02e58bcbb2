package dev.portolan.portal.testing;

import dev.portolan.certificate.CertificateFile;
import dev.portolan.certificate.CertificatePdf;
import dev.portolan.certificate.CertifiedReport;
import dev.portolan.certificate.Digests;
import dev.portolan.certificate.LeafBlock;
import dev.portolan.certificate.SignedStatement;
import dev.portolan.certificate.SigningKey;
import dev.portolan.certificate.Statement;
import dev.portolan.contract.CertificateCopy;
import dev.portolan.contract.CertificateLeaves;
import dev.portolan.contract.CertificatePages;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.certificate.CertificateIntake;
import dev.portolan.report.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Certificates of one report, as the Cloud hands them over. */
@TestComponent
public class TestCertificates {
    private static final SigningKey KEY = SigningKey.generate();
    private static final CertificatePdf PDF = new CertificatePdf();

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final CertificateIntake intake;

    TestCertificates(Tenancy tenancy, JdbcClient jdbc, CertificateIntake intake) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.intake = intake;
    }

    void issue(CompanyId tenant, String name, UUID document) {
        var order = new TransferTry(tenant.value(), Ids.next(), 1);
        tenancy.run(
                tenant,
                () -> jdbc.sql("""
                insert into transfer_outcome (tenant_id, transfer_id, epoch, outcome, at)
                values (:tenant, :transfer, 1, 'ACTIVATED', now())
                """)
                        .param("tenant", order.tenant())
                        .param("transfer", order.transfer())
                        .update());
        var leaves = List.of(new CertifiedReport(document, Sha256.of(new byte[0])));
        var statement = statement(order, name, leaves);
        var signed = SignedStatement.of(statement, KEY);
        var root = LeafBlock.root(leaves);
        intake.keep(new CertificateLeaves(order, statement.id(), 0, document, LeafBlock.write(leaves), root));
        intake.keep(new CertificateCopy(
                order, statement.id(), statement.issuedAt(), signed.json(), signed.signature(), null));
        var file = new CertificateFile(signed, leaves, null);
        intake.keep(new CertificatePages(
                order, statement.id(), PDF.render(file, Locale.ENGLISH, KEY), PDF.render(file, Locale.GERMAN, KEY)));
    }

    private static Statement statement(TransferTry order, String name, List<CertifiedReport> leaves) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var company = new Statement.Party(order.tenant(), name);
        var nothing = Digests.of(List.of());
        return new Statement(
                Statement.TYPE,
                Ids.next(),
                now,
                new Statement.Environment("Blancco Cloud", "https://cloud.example"),
                new Statement.Environment("Blancco Management Portal", "https://portal.example"),
                company,
                new Statement.Order(company, new Statement.Party(Ids.next(), name), now),
                new Statement.Scope(12, "UTC", now.minus(365, ChronoUnit.DAYS), now),
                new Statement.Transfer(order.transfer(), order.epoch(), "ACTIVATED", now, now),
                new Statement.Reports(
                        1,
                        100,
                        now,
                        now,
                        List.of(new Statement.Count("COMPUTER", "ERASED", 1)),
                        HexFormat.of().formatHex(LeafBlock.root(leaves))),
                List.of(new Statement.Licence(Ids.next(), "Pool", "File Eraser", "5", "0")),
                new Statement.Rest(0, nothing, 0, nothing, 1),
                null);
    }
}
