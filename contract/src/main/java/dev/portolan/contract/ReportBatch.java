package dev.portolan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some reports of a transfer; on the wire a CBOR sequence (RFC 8742) of the header and the rows. */
public record ReportBatch(Header header, List<Row> rows) {
    /** The most rows in a batch. */
    public static final int MAX_ROWS = 2_000;

    /** About the most bytes of compressed bodies in a batch; the row that passes it still belongs to it. */
    public static final long MAX_BYTES = 8L << 20;

    public ReportBatch {
        rows = List.copyOf(rows);
        if (rows.size() != header.rows()) throw new IllegalArgumentException("a batch is as long as its header says");
    }

    /**
     * Which batch it is.
     *
     * @param batch its number within the transfer; the same number always names the same rows
     */
    public record Header(TransferTry order, int batch, int rows) {}

    /**
     * One report as the Cloud keeps it.
     *
     * @param fields custom fields as a JSON object, label to value
     * @param digest SHA-256 over the original bytes
     * @param size of the original, in bytes
     * @param dictionary with which the body is compressed, 0 for none
     * @param body the original bytes, zstd-compressed
     * @param receivedEntry the Cloud's own log entry
     * @param serials serial numbers, IMEIs and asset tags to find it by, in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of every body would cost
    public record Row(
            UUID document,
            Instant receivedAt,
            String kind,
            String product,
            String productVersion,
            String state,
            @Nullable String standard,
            @Nullable String serial,
            @Nullable String imei,
            @Nullable String assetTag,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable Instant erasedAt,
            @Nullable String erasurePerson,
            String fields,
            @Nullable String failure,
            String signatureState,
            String cover,
            byte[] digest,
            int size,
            int dictionary,
            byte[] body,
            byte[] receivedEntry,
            List<String> serials) {
        public Row {
            serials = List.copyOf(serials);
        }
    }
}
