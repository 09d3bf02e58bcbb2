package dev.portolan.contract;

import java.nio.ByteBuffer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Messages as CBOR (RFC 8949): records as maps, ids and digests as byte strings, decimals as decimal fractions. */
public final class Cbor {
    private static final CBORMapper MAPPER = CBORMapper.builder().build();
    private static final ObjectReader HEADERS = MAPPER.readerFor(ReportBatch.Header.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS); // the rows follow
    /** Begins a byte string whose length follows in four bytes (RFC 8949, 3.1). */
    private static final byte BYTES_OF_FOUR = 0x5a;

    private static final int BYTES_HEAD = 5;

    private Cbor() {}

    /** One message. */
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** @throws Unreadable if the bytes are no such message */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new Unreadable(wrong);
        }
    }

    /** A batch as a sequence: its header, then its rows as one byte string. */
    public static byte[] write(ReportBatch batch) {
        var header = MAPPER.writeValueAsBytes(batch.header());
        int length = batch.to() - batch.from();
        return ByteBuffer.allocate(header.length + BYTES_HEAD + length)
                .put(header)
                .put(BYTES_OF_FOUR)
                .putInt(length)
                .put(batch.rows(), batch.from(), length)
                .array();
    }

    /** @throws Unreadable if the bytes are no batch, or fewer or more rows than its header says */
    public static ReportBatch readBatch(byte[] bytes) {
        try (var parser = MAPPER.createParser(bytes)) {
            var header = (ReportBatch.Header) HEADERS.readValue(parser);
            int head = Math.toIntExact(parser.currentLocation().getByteOffset());
            int rows = head + BYTES_HEAD;
            if (rows > bytes.length
                    || bytes[head] != BYTES_OF_FOUR
                    || ByteBuffer.wrap(bytes, head + 1, 4).getInt() != bytes.length - rows)
                throw new IllegalArgumentException("the rows are not whole");
            return new ReportBatch(header, bytes, rows, bytes.length);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException wrong) {
            throw new Unreadable(wrong);
        }
    }

    /** Bytes that are no message of this contract. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super("not a message of the exchange", cause);
        }
    }
}
