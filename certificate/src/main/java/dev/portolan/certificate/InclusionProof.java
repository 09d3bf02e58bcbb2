package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows that a report is one of those a certificate speaks of.
 *
 * @param document the report's document id
 * @param digest SHA-256 of its original bytes, in hex
 * @param index its place among the leaves, from 0
 * @param size how many leaves there are
 * @param path the hashes beside it, nearest first, in hex
 */
public record InclusionProof(UUID document, String digest, long index, long size, List<String> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * The proof of one report.
     *
     * @param block the leaves of the block in which the report is looked for
     * @param number the block's number, from 0
     * @param roots the hashes of all blocks
     * @return empty where the block does not hold the report
     */
    public static Optional<InclusionProof> of(
            UUID document, List<CertifiedReport> block, int number, List<byte[]> roots, long size) {
        for (int place = 0; place < block.size(); place++) {
            var report = block.get(place);
            if (!report.document().equals(document)) continue;
            List<byte[]> path = new ArrayList<>(MerkleTree.path(LeafBlock.hashes(block), place));
            path.addAll(MerkleTree.path(roots, number));
            return Optional.of(new InclusionProof(
                    document,
                    report.digest().hex(),
                    (long) number * LeafBlock.LEAVES + place,
                    size,
                    path.stream().map(HexFormat.of()::formatHex).toList()));
        }
        return Optional.empty();
    }

    /** Whether it proves that the report is below this root of a tree of this size. */
    boolean holds(String root, long leaves) {
        try {
            return size == leaves
                    && MerkleTree.leads(
                            new CertifiedReport(document, Sha256.fromHex(digest)).leaf(),
                            index,
                            size,
                            path.stream().map(HexFormat.of()::parseHex).toList(),
                            HexFormat.of().parseHex(root));
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }
}
