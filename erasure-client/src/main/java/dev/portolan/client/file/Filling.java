package dev.portolan.client.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bytes of one pass over one file, from the first to the last, as often as they are asked for: once to write them, once
 * to compare. Bytes that do not repeat are an AES key stream whose key is drawn for the pass and forgotten after it.
 */
final class Filling {
    private static final int KEY_BYTES = 16;

    private final Pattern pattern;
    private final byte[] key = new byte[KEY_BYTES];

    Filling(Pattern pattern, SecureRandom random) {
        this.pattern = pattern;
        random.nextBytes(key);
    }

    /** A stream that starts at the first byte of the file. */
    Stream start() {
        return switch (pattern) {
            case Pattern.Fixed fixed -> constant((byte) fixed.value());
            case Pattern.Drawn drawn -> constant(key[0]);
            case Pattern.Aperiodic aperiodic -> keyStream();
        };
    }

    interface Stream {
        /** Fills the buffer from its start to its end, and leaves it to be read. */
        void fill(ByteBuffer buffer);
    }

    private static Stream constant(byte value) {
        return buffer -> {
            for (int i = 0; i < buffer.limit(); i++) buffer.put(i, value);
            buffer.rewind();
        };
    }

    private Stream keyStream() {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[KEY_BYTES]));
            return buffer -> encryptZeros(cipher, buffer);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }

    /** By arrays, for which the processor's own AES is used. */
    private static void encryptZeros(Cipher cipher, ByteBuffer buffer) {
        try {
            var zeros = new byte[buffer.limit()];
            cipher.update(zeros, 0, zeros.length, zeros, 0);
            buffer.put(0, zeros).rewind();
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
