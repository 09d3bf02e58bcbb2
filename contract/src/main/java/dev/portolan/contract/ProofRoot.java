package dev.portolan.contract;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;

/** One digest over many reports: SHA-256 over document id and digests of each, in the order of the ids. */
public final class ProofRoot {
    private ProofRoot() {}

    /** The root, 32 bytes; the order of the given reports does not matter. */
    public static byte[] of(Collection<ProvedReport> reports) {
        var sha = sha256();
        reports.stream().sorted(Comparator.comparing(ProvedReport::document)).forEach(report -> {
            var id = ByteBuffer.allocate(16)
                    .putLong(report.document().getMostSignificantBits())
                    .putLong(report.document().getLeastSignificantBits());
            sha.update(id.array());
            sha.update(report.digest());
            sha.update(report.entryDigest());
            sha.update(report.columns());
        });
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
