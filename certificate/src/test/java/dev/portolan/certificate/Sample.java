package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Certificates of made-up transfers. */
final class Sample {
    static final Instant AT = Instant.parse("2026-11-20T09:30:15Z");
    private static final Statement.Party PARTNER = new Statement.Party(new UUID(1, 1), "Nordwind IT-Systemhaus GmbH");
    private static final Statement.Party PERSON = new Statement.Party(new UUID(1, 2), "Jörg Weiß");

    private Sample() {}

    static byte[] report(int number) {
        return ("<root>report ü " + number + "</root>").getBytes(StandardCharsets.UTF_8);
    }

    static List<CertifiedReport> leaves(int count) {
        List<CertifiedReport> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++)
            leaves.add(new CertifiedReport(new UUID(i * 0x9E3779B97F4A7C15L, i), Sha256.of(report(i))));
        leaves.sort(CertifiedReport.ORDER);
        return leaves;
    }

    static Statement statement(List<CertifiedReport> leaves, Statement.@Nullable Revocation revokes) {
        return new Statement(
                Statement.TYPE,
                new UUID(7, 7),
                AT,
                new Statement.Environment("Blancco Cloud", "https://cloud.example"),
                new Statement.Environment("Blancco Management Portal", "https://portal.example"),
                new Statement.Party(new UUID(2, 2), "Hafenlogistik \"Elbe\" AG"),
                new Statement.Order(PARTNER, PERSON, AT.minusSeconds(900)),
                new Statement.Scope(12, "Europe/Berlin", AT.minusSeconds(31_000_000), AT.minusSeconds(60)),
                new Statement.Transfer(new UUID(3, 3), 2, "ACTIVATED", AT.minusSeconds(60), AT.minusSeconds(5)),
                new Statement.Reports(
                        leaves.size(),
                        123_456_789,
                        AT.minusSeconds(30_000_000),
                        AT.minusSeconds(100),
                        List.of(
                                new Statement.Count("COMPUTER", "ERASED", leaves.size() - 1),
                                new Statement.Count("MOBILE", "ERASED_WITH_EXCEPTIONS", 1)),
                        HexFormat.of().formatHex(LeafBlock.root(leaves))),
                List.of(
                        new Statement.Licence(
                                new UUID(4, 4), "Main pool 2026", "Drive Eraser - PC Edition", "1234.5", "10"),
                        new Statement.Licence(new UUID(4, 5), "Phones", "Mobile Device Eraser - Erasure", "0", "0")),
                new Statement.Rest(
                        3,
                        Sha256.of(new byte[1]).hex(),
                        2,
                        Sha256.of(new byte[2]).hex(),
                        14),
                revokes);
    }

    static CertificateFile file(SigningKey key, int reports) {
        var leaves = leaves(reports);
        return new CertificateFile(SignedStatement.of(statement(leaves, null), key), leaves, null);
    }

    static CertificateFile revoked(SigningKey key) {
        var leaves = leaves(3);
        var revokes = new Statement.Revocation(new UUID(9, 9), AT.minusSeconds(500), PERSON, AT);
        return new CertificateFile(SignedStatement.of(statement(leaves, revokes), key), leaves, null);
    }
}
