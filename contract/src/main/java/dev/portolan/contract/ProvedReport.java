package dev.portolan.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as one side reads it.
 *
 * @param digest SHA-256 over the original bytes; the Portal computes it anew from the stored body
 * @param entryDigest SHA-256 over the log entry of the environment that received it
 * @param columns SHA-256 over the columns that the report is found and shown by ({@link ReportColumns})
 */
@SuppressWarnings("ArrayRecordComponent") // compared by ProofRoot
public record ProvedReport(UUID document, byte[] digest, byte[] entryDigest, Instant receivedAt, byte[] columns) {
    private static final byte[] NOTHING = {};

    /** One whose stored body could not be read. */
    public static ProvedReport damaged(UUID document, Instant receivedAt) {
        return new ProvedReport(document, NOTHING, NOTHING, receivedAt, NOTHING);
    }

    /** Only its bytes, for a report that stood in the Portal before: it was received there too, in an entry of its own. */
    public ProvedReport bytesOnly() {
        return new ProvedReport(document, digest, NOTHING, receivedAt, NOTHING);
    }

    /** Whether the answer is to be compared by its bytes only. */
    public boolean isBytesOnly() {
        return entryDigest.length == 0;
    }

    public boolean isDamaged() {
        return digest.length == 0;
    }
}
