package dev.portolan.certificate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to {@link #LEAVES} neighbouring leaves as they are stored: one after the other, {@link CertifiedReport#BYTES} bytes
 * each. All blocks of a tree but the last are full, so that each is a complete subtree.
 */
public final class LeafBlock {
    /** A power of two. */
    public static final int LEAVES = 1024;

    private LeafBlock() {}

    /** The leaves as bytes. */
    public static byte[] write(List<CertifiedReport> leaves) {
        var bytes = ByteBuffer.allocate(leaves.size() * CertifiedReport.BYTES);
        leaves.forEach(leaf -> bytes.put(leaf.data()));
        return bytes.array();
    }

    /** The leaves of {@link #write}. */
    public static List<CertifiedReport> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        List<CertifiedReport> leaves = new ArrayList<>(bytes.length / CertifiedReport.BYTES);
        while (buffer.remaining() >= CertifiedReport.BYTES) leaves.add(CertifiedReport.read(buffer));
        return leaves;
    }

    /** The hash of the block's subtree. */
    public static byte[] root(List<CertifiedReport> leaves) {
        return MerkleTree.root(hashes(leaves));
    }

    static List<byte[]> hashes(List<CertifiedReport> leaves) {
        return leaves.stream().map(CertifiedReport::leaf).toList();
    }
}
