package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of RFC 9162, section 2.1, with SHA-256: {@code 0x00} before a leaf's data, {@code 0x01} before two nodes, split
 * at the largest power of two below the size. The empty tree's root is the digest of nothing.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] data) {
        return Sha256.of(
                        ByteBuffer.allocate(1 + data.length).put(LEAF).put(data).array())
                .bytes();
    }

    /**
     * The root over hashes of one level: of leaves, or of complete subtrees of one size, of which only the last may be
     * smaller.
     */
    public static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) return Sha256.of(new byte[0]).bytes();
        if (hashes.size() == 1) return hashes.getFirst().clone();
        int split = split(hashes.size());
        return node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    /** What is needed beside the hash at this place to compute the root, the nearest sibling first (2.1.3.1). */
    public static List<byte[]> path(List<byte[]> hashes, int index) {
        List<byte[]> path = new ArrayList<>();
        collect(hashes, index, path);
        return path;
    }

    private static void collect(List<byte[]> hashes, int index, List<byte[]> path) {
        if (hashes.size() == 1) return;
        int split = split(hashes.size());
        var left = hashes.subList(0, split);
        var right = hashes.subList(split, hashes.size());
        if (index < split) {
            collect(left, index, path);
            path.add(root(right));
        } else {
            collect(right, index - split, path);
            path.add(root(left));
        }
    }

    /**
     * Whether the path leads from the leaf to the root (2.1.3.2).
     *
     * @param index the leaf's place, from 0
     * @param size how many leaves the tree has
     */
    public static boolean leads(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) return false;
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last) {
                hash = node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(ByteBuffer.allocate(1 + left.length + right.length)
                        .put(NODE)
                        .put(left)
                        .put(right)
                        .array())
                .bytes();
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
