package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.UUID;

/**
 * A leaf of the tree: a report by its document id and the SHA-256 of its original bytes.
 *
 * @param document the report's document id
 */
public record CertifiedReport(UUID document, Sha256 digest) {
    /** The order of the leaves: that of the ids' 16 bytes, which is also that of PostgreSQL. */
    public static final Comparator<CertifiedReport> ORDER = Comparator.comparing(
                    (CertifiedReport report) -> report.document().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(report -> report.document().getLeastSignificantBits(), Long::compareUnsigned);

    /** How many bytes a leaf's data has. */
    public static final int BYTES = 48;

    /** The leaf's data: 16 bytes of the id, big-endian, then 32 of the digest. */
    public byte[] data() {
        return ByteBuffer.allocate(BYTES)
                .putLong(document.getMostSignificantBits())
                .putLong(document.getLeastSignificantBits())
                .put(digest.bytes())
                .array();
    }

    /** A leaf from its data, from where the buffer stands. */
    public static CertifiedReport read(ByteBuffer data) {
        var document = new UUID(data.getLong(), data.getLong());
        var digest = new byte[BYTES - 16];
        data.get(digest);
        return new CertifiedReport(document, Sha256.fromBytes(digest));
    }

    /** The leaf's hash. */
    public byte[] leaf() {
        return MerkleTree.leaf(data());
    }
}
