package dev.portolan.client.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What passes are written to: a file, or whatever a test records them with. */
public interface Surface extends AutoCloseable {

    /** In bytes, a multiple of {@link #unit}: the file and the rest of its last block. */
    long length();

    /** What positions and lengths are multiples of, and buffers aligned to. */
    int unit();

    /** Writes all of the buffer there. */
    void write(ByteBuffer buffer, long at) throws IOException;

    /** Everything written is on the medium when this returns, as far as the drive tells the truth. */
    void force() throws IOException;

    /** To be read from the first byte on. */
    Echo readBack() throws IOException;

    @Override
    void close() throws IOException;

    /** What the medium holds now. */
    interface Echo extends AutoCloseable {

        ReadBack manner();

        /** Fills the buffer from there; @throws IOException where less is to be had */
        void read(ByteBuffer buffer, long at) throws IOException;

        @Override
        void close() throws IOException;
    }
}
