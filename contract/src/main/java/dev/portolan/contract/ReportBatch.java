package dev.portolan.contract;

/**
 * Some reports of a transfer; on the wire a CBOR sequence (RFC 8742) of the header and one byte string with the rows.
 * Bodies travel compressed as they rest, and rows as PostgreSQL's binary COPY writes them, so that neither side takes
 * them apart ({@link ReportTuples} says how they look).
 *
 * @param rows within the bytes of {@code rows}, from {@code from} to {@code to}
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of every body would cost
public record ReportBatch(Header header, byte[] rows, int from, int to) {
    /** The most rows in a batch. */
    public static final int MAX_ROWS = 10_000;

    /** About the most bytes of compressed bodies in a batch; the row that passes it still belongs to it. */
    public static final long MAX_BYTES = 24L << 20;

    /** All of the bytes are rows. */
    public ReportBatch(Header header, byte[] rows) {
        this(header, rows, 0, rows.length);
    }

    /** @throws Cbor.Unreadable where the bytes are no rows, or fewer or more than the header says */
    public ReportBatch {
        if (ReportTuples.count(rows, from, to) != header.rows())
            throw new Cbor.Unreadable(new IllegalArgumentException("a batch is as long as its header says"));
    }

    /** The rows, to be walked once. */
    public ReportTuples tuples() {
        return new ReportTuples(rows, from, to);
    }

    /**
     * Which batch it is.
     *
     * @param batch its number within the transfer
     */
    public record Header(TransferTry order, int batch, int rows) {}
}
