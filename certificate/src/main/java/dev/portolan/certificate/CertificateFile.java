package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A certificate as a JSON file: the statement, its signature and, where there is room, the reports it speaks of or the
 * proof of one of them.
 *
 * @param leaves every report in the order of the leaves, null where they are not listed
 * @param proof of one report, null where none is in the file
 */
public record CertificateFile(
        SignedStatement signed,
        @Nullable List<CertifiedReport> leaves,
        @Nullable InclusionProof proof) {
    /** Reports are listed in the file up to this number; beyond it each has a proof of its own. */
    public static final int MOST_LEAVES = 10_000;

    public CertificateFile {
        leaves = leaves == null ? null : List.copyOf(leaves);
    }

    /** The file's bytes, readable by people too. */
    public byte[] bytes() {
        var file = new LinkedHashMap<String, Object>();
        file.put("certificate", signed.tree());
        file.put("signature", signed.signature());
        if (leaves != null)
            file.put("reports", leaves.stream().map(CertificateFile::line).toList());
        if (proof != null) file.put("proof", proof);
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static String line(CertifiedReport report) {
        return report.document() + " " + report.digest().hex();
    }

    /** What the members of the file are called. */
    private record Members(
            JsonNode certificate,
            String signature,
            @Nullable List<String> reports,
            @Nullable InclusionProof proof) {}

    /** @throws NotVerified {@code NO_CERTIFICATE} if the bytes are no such file */
    public static CertificateFile read(byte[] bytes) {
        try {
            var members = Json.MAPPER.readValue(bytes, Members.class);
            if (members.certificate() == null || members.signature() == null)
                throw new NotVerified(NotVerified.Reason.NO_CERTIFICATE);
            var json = new String(CanonicalJson.write(members.certificate()), StandardCharsets.UTF_8);
            return new CertificateFile(
                    new SignedStatement(json, members.signature()),
                    members.reports() == null ? null : leaves(members.reports()),
                    members.proof());
        } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
            throw new NotVerified(NotVerified.Reason.NO_CERTIFICATE);
        }
    }

    private static List<CertifiedReport> leaves(List<String> lines) {
        List<CertifiedReport> leaves = new ArrayList<>(lines.size());
        for (var line : lines) {
            var parts = line.split(" ", -1);
            if (parts.length != 2) throw new IllegalArgumentException("not a document id and a digest");
            var leaf = new CertifiedReport(UUID.fromString(parts[0]), Sha256.fromHex(parts[1]));
            if (!line(leaf).equals(line)) throw new IllegalArgumentException("not canonical");
            leaves.add(leaf);
        }
        return leaves;
    }
}
