package dev.portolan.client.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Writes the passes of a standard over a surface, each forced before the next, and compares what the last one left. */
public final class Overwriting {
    private static final int CHUNK = 1 << 20;

    private final SecureRandom random;
    private final Watcher watcher;

    public Overwriting(SecureRandom random, Watcher watcher) {
        this.random = random;
        this.watcher = watcher;
    }

    /**
     * @return how the last pass was read back
     * @throws Mismatch if something else was read than written
     */
    public ReadBack overwrite(Surface surface, Standard standard) throws IOException {
        var last = new Filling(standard.passes().getFirst(), random);
        for (int i = 0; i < standard.passes().size(); i++) {
            last = new Filling(standard.passes().get(i), random);
            write(surface, last, i + 1);
        }
        return compare(surface, last);
    }

    private void write(Surface surface, Filling filling, int pass) throws IOException {
        var stream = filling.start();
        var buffer = buffer(surface);
        for (long at = 0; at < surface.length(); at += buffer.limit()) {
            buffer.clear().limit(part(surface, buffer, at));
            stream.fill(buffer);
            surface.write(buffer, at);
            watcher.wrote(pass, buffer.limit());
        }
        surface.force();
    }

    private ReadBack compare(Surface surface, Filling filling) throws IOException {
        var stream = filling.start();
        var expected = buffer(surface);
        var found = buffer(surface);
        try (var echo = surface.readBack()) {
            for (long at = 0; at < surface.length(); at += expected.limit()) {
                expected.clear().limit(part(surface, expected, at));
                stream.fill(expected);
                found.clear().limit(expected.limit());
                echo.read(found, at);
                var wrong = expected.mismatch(found.flip());
                if (wrong >= 0) throw new Mismatch(at + wrong);
                watcher.verified(expected.limit());
            }
            return echo.manner();
        }
    }

    private static int part(Surface surface, ByteBuffer buffer, long at) {
        return (int) Math.min(buffer.capacity(), surface.length() - at);
    }

    private static ByteBuffer buffer(Surface surface) {
        var unit = surface.unit();
        return ByteBuffer.allocateDirect(CHUNK + 2 * unit).alignedSlice(unit).slice(0, CHUNK);
    }
}
