package dev.portolan.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Walks the rows of a batch. A row is a tuple of PostgreSQL's binary COPY (manual, COPY, File Formats): the number of its
 * fields, then each field as its length (-1 for null) and its bytes. The fields are, in this order:
 *
 * <pre>
 *  0 document_id uuid         8 serial text           16 failure text
 *  1 received_at timestamptz  9 imei text             17 signature_state text
 *  2 digest bytea            10 asset_tag text        18 cover text
 *  3 kind text               11 manufacturer text     19 size int4
 *  4 product text            12 model text            20 dictionary int4
 *  5 product_version text    13 erased_at timestamptz 21 body bytea
 *  6 state text              14 erasure_person text   22 received_entry bytea
 *  7 standard text           15 fields jsonb          23 serials text[]
 * </pre>
 */
public final class ReportTuples {
    /** How many fields a row has. */
    public static final int FIELDS = 24;

    private static final int DOCUMENT = 0;
    private static final int RECEIVED_AT = 1;
    private static final int DIGEST = 2;
    private static final int DICTIONARY = 20;
    private static final int SERIALS = FIELDS - 1;
    private static final int COUNT_BYTES = 2;
    private static final int LENGTH_BYTES = 4;
    private static final int SHA_256 = 32;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final byte[] bytes;
    private final int end;
    private final int[] offsets = new int[FIELDS + 1];
    private int next;

    ReportTuples(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.end = to;
        this.next = from;
    }

    /** How many rows the bytes hold. */
    static int count(byte[] bytes, int from, int to) {
        var tuples = new ReportTuples(bytes, from, to);
        int rows = 0;
        while (tuples.next()) rows++;
        return rows;
    }

    /**
     * Goes to the next row.
     *
     * @return false after the last one
     * @throws Cbor.Unreadable where the bytes are no such row
     */
    public boolean next() {
        if (next == end) return false;
        require(next + COUNT_BYTES <= end && number(next, COUNT_BYTES) == FIELDS);
        int at = next + COUNT_BYTES;
        for (int field = 0; field < FIELDS; field++) {
            offsets[field] = at;
            require(at + LENGTH_BYTES <= end);
            int length = number(at, LENGTH_BYTES);
            at += LENGTH_BYTES + Math.max(0, length);
            require(length >= -1 && at >= 0 && at <= end);
        }
        offsets[FIELDS] = at;
        next = at;
        require(length(DOCUMENT) == 16 && length(RECEIVED_AT) == 8 && length(DIGEST) == SHA_256);
        require(length(DICTIONARY) == 4 && length(SERIALS) >= 12);
        return true;
    }

    public UUID document() {
        return uuid(value(DOCUMENT));
    }

    public Instant receivedAt() {
        return EPOCH.plus(wide(value(RECEIVED_AT)), ChronoUnit.MICROS);
    }

    /** SHA-256 over the original bytes, as the sender says. */
    public byte[] digest() {
        return Arrays.copyOfRange(bytes, value(DIGEST), value(DIGEST) + SHA_256);
    }

    /** With which dictionary the body is compressed, 0 for none. */
    public int dictionary() {
        return number(value(DICTIONARY), 4);
    }

    /** The bytes that {@link #columnsFrom()} and {@link #columnsTo()} point into. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the first field begins, with its length. */
    public int columnsFrom() {
        return offsets[DOCUMENT];
    }

    /** Where the fields end. */
    public int columnsTo() {
        return offsets[FIELDS];
    }

    /** Serial numbers, IMEIs and asset tags to find the report by, in lower case, as they stand in {@link #bytes()}. */
    public List<Serial> serials() {
        int at = value(SERIALS);
        int to = offsets[FIELDS];
        int dimensions = number(at, LENGTH_BYTES);
        if (dimensions == 0) return List.of();
        require(dimensions == 1 && at + 20 <= to);
        int count = number(at + 12, LENGTH_BYTES);
        at += 20;
        var serials = new ArrayList<Serial>();
        for (int i = 0; i < count; i++) {
            require(at + LENGTH_BYTES <= to);
            int length = number(at, LENGTH_BYTES);
            at += LENGTH_BYTES;
            require(length >= 0 && at + length <= to);
            serials.add(new Serial(at, at + length));
            at += length;
        }
        return serials;
    }

    /** UTF-8, from a place within the bytes to another. */
    public record Serial(int from, int to) {}

    private int value(int field) {
        return offsets[field] + LENGTH_BYTES;
    }

    private int length(int field) {
        return number(offsets[field], LENGTH_BYTES);
    }

    private int number(int at, int size) {
        int number = 0;
        for (int i = 0; i < size; i++) number = number << 8 | bytes[at + i] & 0xff;
        return number;
    }

    private long wide(int at) {
        return (long) number(at, 4) << 32 | number(at + 4, 4) & 0xffff_ffffL;
    }

    private UUID uuid(int at) {
        return new UUID(wide(at), wide(at + 8));
    }

    private static void require(boolean holds) {
        if (!holds) throw new Cbor.Unreadable(new IllegalArgumentException("not a row of a batch"));
    }
}
