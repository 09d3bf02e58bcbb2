package dev.portolan.demo.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids and random numbers that depend on names only. */
final class DemoIds {
    private static final long VERSION = 0xF000L;
    private static final long VARIANT = 0x3FFFFFFFFFFFFFFFL;
    private static final int MILLIS_BITS = 16;

    private DemoIds() {}

    /** The id of what bears these names (UUID version 8). */
    static UUID named(String... names) {
        var hash = hash(names);
        return new UUID((hash.getLong(0) & ~VERSION) | 0x8000L, variant(hash.getLong(8)));
    }

    /** The same, in the order of time (UUID version 7). */
    static UUID at(Instant time, String... names) {
        var hash = hash(names);
        return new UUID(
                time.toEpochMilli() << MILLIS_BITS | 0x7000L | hash.getLong(0) & 0xFFFL, variant(hash.getLong(8)));
    }

    /** Numbers that are the same for these names every time. */
    static RandomGenerator random(String... names) {
        return new SplittableRandom(hash(names).getLong(16));
    }

    private static long variant(long low) {
        return low & VARIANT | 1L << 63;
    }

    private static ByteBuffer hash(String... names) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(String.join("/", names).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
