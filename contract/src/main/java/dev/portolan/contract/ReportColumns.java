package dev.portolan.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the proof compares of a report beside its bytes: every column that lists, searches, figures and certificates read, as
 * one digest. Both sides select them in this order:
 *
 * <pre>
 *  0 received_at      5 standard      10 model           15 signature_state
 *  1 kind             6 serial        11 erased_at       16 cover
 *  2 product          7 imei          12 erasure_person  17 digest
 *  3 product_version  8 asset_tag     13 fields          18 size
 *  4 state            9 manufacturer  14 failure         19 serials, as text
 * </pre>
 *
 * Times count microseconds and serial numbers stand in the order of their bytes, so that neither a zone nor a collation
 * counts.
 */
public final class ReportColumns {
    private static final int COLUMNS = 20;
    private static final int RECEIVED_AT = 0;
    private static final int ERASED_AT = 11;
    private static final int DIGEST = 17;
    private static final OffsetDateTime EPOCH = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    private ReportColumns() {}

    /**
     * SHA-256 over the columns, each with its length before it, -1 for null; 32 bytes.
     *
     * @param first the number of the first of them in the row
     */
    public static byte[] digest(ResultSet row, int first) throws SQLException {
        var values = new byte @Nullable [COLUMNS][];
        int length = 0;
        for (int column = 0; column < COLUMNS; column++) {
            var value = value(row, column, first + column);
            values[column] = value;
            length += Integer.BYTES + (value == null ? 0 : value.length);
        }
        var bytes = ByteBuffer.allocate(length);
        for (var value : values) {
            bytes.putInt(value == null ? -1 : value.length);
            if (value != null) bytes.put(value);
        }
        return ContentDigest.sha256(bytes.array());
    }

    private static byte @Nullable [] value(ResultSet row, int column, int at) throws SQLException {
        return switch (column) {
            case RECEIVED_AT, ERASED_AT -> micros(row.getObject(at, OffsetDateTime.class));
            case DIGEST -> row.getBytes(at);
            default -> utf8(row.getString(at));
        };
    }

    private static byte @Nullable [] micros(@Nullable OffsetDateTime time) {
        if (time == null) return null;
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(EPOCH, time))
                .array();
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
