package dev.portolan.contract;

import java.util.Arrays;

/**
 * Reports that the Portal has received itself, in the order of their document ids; empty after the last. They travel as
 * those of a {@link ReportBatch} do.
 *
 * @param rows as PostgreSQL's binary COPY writes them
 * @param digest SHA-256 over the rows, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record BroughtBack(byte[] rows, byte[] digest) {

    public static BroughtBack of(byte[] rows) {
        return new BroughtBack(rows, ContentDigest.sha256(rows));
    }

    /**
     * The rows, to be walked once.
     *
     * @throws Cbor.Unreadable where they are not what was sent
     */
    public ReportTuples tuples() {
        if (!Arrays.equals(digest, ContentDigest.sha256(rows)))
            throw new Cbor.Unreadable(new IllegalArgumentException("the rows are not whole"));
        return new ReportTuples(rows, 0, rows.length);
    }
}
