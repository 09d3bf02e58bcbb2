package dev.portolan.client.file;

import java.io.IOException;

/** Something else was read back than was written. */
public final class Mismatch extends IOException {
    private final long at;

    Mismatch(long at) {
        super("read back other bytes than written, first at byte " + at);
        this.at = at;
    }

    /** The first byte that differs, from the start of the file. */
    public long at() {
        return at;
    }
}
