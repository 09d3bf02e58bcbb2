package dev.portolan.portal.intake;

import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes PostgreSQL's binary COPY format (manual, COPY, File Formats), in pieces of some size. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int PIECE = 256 << 10;

    private final CopyIn copy;
    private final byte[] buffer = new byte[PIECE];
    private int used;

    BinaryCopy(PGConnection connection, String statement) throws SQLException {
        copy = connection.getCopyAPI().copyIn(statement);
        bytes(SIGNATURE, 0, SIGNATURE.length);
        number(0);
        number(0);
    }

    void row(int columns) throws SQLException {
        room(2);
        buffer[used++] = (byte) (columns >> 8);
        buffer[used++] = (byte) columns;
    }

    void uuid(UUID value) throws SQLException {
        number(16);
        wide(value.getMostSignificantBits());
        wide(value.getLeastSignificantBits());
    }

    /** A field that has no length before it yet. */
    void field(byte[] from, int start, int end) throws SQLException {
        number(end - start);
        bytes(from, start, end - start);
    }

    /** Fields as they are, each with its length. */
    void fields(byte[] from, int start, int end) throws SQLException {
        bytes(from, start, end - start);
    }

    /**
     * Ends the stream.
     *
     * @return how many rows were written
     */
    long end() throws SQLException {
        room(2);
        buffer[used++] = (byte) 0xff;
        buffer[used++] = (byte) 0xff;
        flush();
        return copy.endCopy();
    }

    /** Leaves the stream without effect, where it is still open. */
    void leave() throws SQLException {
        if (copy.isActive()) copy.cancelCopy();
    }

    private void number(int value) throws SQLException {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) buffer[used++] = (byte) (value >> shift);
    }

    private void wide(long value) throws SQLException {
        number((int) (value >> 32));
        number((int) value);
    }

    private void bytes(byte[] from, int start, int length) throws SQLException {
        if (length > buffer.length) {
            flush();
            copy.writeToCopy(from, start, length);
        } else {
            room(length);
            System.arraycopy(from, start, buffer, used, length);
            used += length;
        }
    }

    private void room(int length) throws SQLException {
        if (used + length > buffer.length) flush();
    }

    private void flush() throws SQLException {
        if (used > 0) copy.writeToCopy(buffer, 0, used);
        used = 0;
    }
}
