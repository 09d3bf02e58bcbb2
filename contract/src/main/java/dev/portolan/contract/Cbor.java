package dev.portolan.contract;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Messages as CBOR (RFC 8949): records as maps, ids and digests as byte strings, decimals as decimal fractions. */
public final class Cbor {
    private static final CBORMapper MAPPER = CBORMapper.builder().build();
    private static final ObjectReader HEADERS = MAPPER.readerFor(ReportBatch.Header.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS); // the rows follow
    private static final ObjectReader ROWS = MAPPER.readerFor(ReportBatch.Row.class);

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

    /** A batch as a sequence: its header, then its rows. */
    public static byte[] write(ReportBatch batch) {
        var out = new ByteArrayOutputStream(64 << 10);
        try (var sequence = MAPPER.writer().writeValues(out)) {
            sequence.write(batch.header());
            for (var row : batch.rows()) sequence.write(row);
        }
        return out.toByteArray();
    }

    /** @throws Unreadable if the bytes are no batch, or fewer or more rows than its header says */
    public static ReportBatch readBatch(byte[] bytes) {
        try (var parser = MAPPER.createParser(bytes)) {
            var header = (ReportBatch.Header) HEADERS.readValue(parser);
            List<ReportBatch.Row> rows = new ArrayList<>(Math.min(header.rows(), ReportBatch.MAX_ROWS));
            ROWS.<ReportBatch.Row>readValues(parser).forEachRemaining(rows::add);
            return new ReportBatch(header, rows);
        } catch (JacksonException | IllegalArgumentException wrong) {
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
