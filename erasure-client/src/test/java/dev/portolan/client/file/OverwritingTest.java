package dev.portolan.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What passes write, in which order, and that the last one is compared byte by byte. */
class OverwritingTest {

    private static final int LENGTH = 3 * (1 << 20) + 4096;

    /** Records what each pass left on it, as at each force. */
    private static final class Recording implements Surface {
        final byte[] content = new byte[LENGTH];
        final List<byte[]> passes = new ArrayList<>();
        long next;
        int spoil = -1;

        @Override
        public long length() {
            return LENGTH;
        }

        @Override
        public int unit() {
            return 4096;
        }

        @Override
        public void write(ByteBuffer buffer, long at) {
            assertThat(at).as("one after the other").isEqualTo(next);
            assertThat(buffer.remaining() % unit()).isZero();
            next = at + buffer.remaining();
            buffer.get(content, (int) at, buffer.remaining());
        }

        @Override
        public void force() {
            assertThat(next).as("the whole surface before it is forced").isEqualTo(LENGTH);
            next = 0;
            passes.add(content.clone());
        }

        @Override
        public Echo readBack() {
            if (spoil >= 0) content[spoil]++;
            return new Echo() {
                @Override
                public ReadBack manner() {
                    return ReadBack.DIRECT;
                }

                @Override
                public void read(ByteBuffer buffer, long at) {
                    buffer.put(content, (int) at, buffer.remaining());
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    private static final class Counting implements Watcher {
        long wrote;
        long verified;
        final Set<Integer> passes = new HashSet<>();

        @Override
        public void wrote(int pass, long bytes) {
            passes.add(pass);
            wrote += bytes;
        }

        @Override
        public void verified(long bytes) {
            verified += bytes;
        }
    }

    private final Counting counting = new Counting();
    private final Recording recording = new Recording();

    private List<byte[]> passesOf(Standard standard) throws IOException {
        assertThat(new Overwriting(new SecureRandom(), counting).overwrite(recording, standard))
                .isEqualTo(ReadBack.DIRECT);
        assertThat(counting.wrote).isEqualTo((long) LENGTH * standard.passes().size());
        assertThat(counting.verified).isEqualTo(LENGTH);
        assertThat(counting.passes).hasSize(standard.passes().size());
        return recording.passes;
    }

    @Test
    void clearIsOnePassOfZeros() throws IOException {
        Arrays.fill(recording.content, (byte) 7);
        assertThat(passesOf(Standard.NIST_CLEAR)).hasSize(1).allSatisfy(pass -> assertAll(pass, 0x00));
    }

    @Test
    void dodIsZerosOnesAndBytesThatDoNotRepeat() throws IOException {
        var passes = passesOf(Standard.DOD);
        assertThat(passes).hasSize(3);
        assertAll(passes.get(0), 0x00);
        assertAll(passes.get(1), 0xFF);
        assertAperiodic(passes.get(2));
    }

    @Test
    void theSevenPassesOfVsitrEndWithAA() throws IOException {
        var passes = passesOf(Standard.BSI_VSITR);
        assertThat(passes).hasSize(7);
        for (int i = 0; i < 6; i++) assertAll(passes.get(i), i % 2 == 0 ? 0x00 : 0xFF);
        assertAll(passes.get(6), 0xAA);
    }

    @Test
    void eceIsTwiceThreePassesWithOneDrawnByteBetween() throws IOException {
        var passes = passesOf(Standard.DOD_ECE);
        assertThat(passes).hasSize(7);
        assertAll(passes.get(3), passes.get(3)[0] & 0xFF);
        assertAperiodic(passes.get(2));
        assertAperiodic(passes.get(6));
        assertThat(passes.get(6)).isNotEqualTo(passes.get(2));
    }

    @Test
    void hmgEnhancedAndRandomEndWithBytesThatDoNotRepeat() throws IOException {
        assertAperiodic(passesOf(Standard.HMG_ENHANCED).getLast());
    }

    @Test
    void oneWrongByteAnywhereIsFound() {
        for (var spoiled : new int[] {0, 1 << 20, LENGTH - 1}) {
            var surface = new Recording();
            surface.spoil = spoiled;
            assertThatThrownBy(() -> new Overwriting(new SecureRandom(), counting).overwrite(surface, Standard.RANDOM))
                    .isInstanceOfSatisfying(
                            Mismatch.class, found -> assertThat(found.at()).isEqualTo(spoiled));
        }
    }

    @Test
    void standardsAreFoundByTheirKeys() {
        for (var standard : Standard.values())
            assertThat(Standard.of(standard.key().toUpperCase())).contains(standard);
        assertThat(Standard.of("gutmann")).isEmpty();
    }

    private static void assertAll(byte[] pass, int value) {
        for (var each : pass) if (each != (byte) value) throw new AssertionError(each + " instead of " + value);
    }

    /** No two of its 64-byte blocks are the same. */
    private static void assertAperiodic(byte[] pass) {
        var blocks = new HashSet<ByteBuffer>();
        for (int at = 0; at < pass.length; at += 64) blocks.add(ByteBuffer.wrap(pass, at, 64));
        assertThat(blocks).hasSize(pass.length / 64);
    }
}
