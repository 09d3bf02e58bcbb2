package dev.portolan.cloud.transfer;

import dev.portolan.contract.ReportBatch;
import dev.portolan.contract.TransferTry;
import java.util.Arrays;

/**
 * Collects what a binary COPY sends: a header, one piece for each row, and a trailer (manual, COPY, File Formats; the
 * server sends the header with the first row, and the trailer by itself).
 */
final class TupleBuffer {
    private static final int SIGNATURE = 11;
    private static final int FLAGS = 4;
    private static final int EXTENSION_LENGTH = 4;
    private static final int HEADER = SIGNATURE + FLAGS + EXTENSION_LENGTH;
    private static final int TRAILER = 2;

    private byte[] bytes = new byte[1 << 20];
    private int used;
    private boolean begun;
    private int rows;

    void add(byte[] piece) {
        int from = begun ? 0 : HEADER;
        begun = true;
        int length = piece.length - from;
        if (length == 0 || length == TRAILER && piece[from] == -1 && piece[from + 1] == -1) return;
        if (used + length > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
        System.arraycopy(piece, from, bytes, used, length);
        used += length;
        rows++;
    }

    /** What was collected. */
    ReportBatch batch(TransferTry order, int number) {
        return new ReportBatch(new ReportBatch.Header(order, number, rows), bytes, 0, used);
    }
}
