package dev.portolan.portal.intake;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's binary COPY format (manual, COPY, File Formats). Null values are allowed everywhere. */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int JSONB_VERSION = 1;

    private final DataOutputStream out;

    BinaryCopy(OutputStream to) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(to, 64 << 10));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    BinaryCopy row(int columns) throws IOException {
        out.writeShort(columns);
        return this;
    }

    BinaryCopy uuid(UUID value) throws IOException {
        out.writeInt(16);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(@Nullable String value) throws IOException {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy json(String value) throws IOException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length + 1);
        out.writeByte(JSONB_VERSION);
        out.write(bytes);
        return this;
    }

    /** To the microsecond, as PostgreSQL keeps times. */
    BinaryCopy time(@Nullable Instant value) throws IOException {
        if (value == null) return bytes(null);
        out.writeInt(8);
        out.writeLong(ChronoUnit.MICROS.between(EPOCH, value));
        return this;
    }

    BinaryCopy number(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
        return this;
    }

    BinaryCopy bytes(byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
        return this;
    }

    /** Ends the stream; a stream that is not ended writes nothing. */
    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
