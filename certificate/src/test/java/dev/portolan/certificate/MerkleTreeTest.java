package dev.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pure: the tree is that of RFC 9162, and blocks of it add up to it. */
class MerkleTreeTest {
    /** The vectors of Certificate Transparency's reference implementation. */
    private static final List<byte[]> INPUTS = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(MerkleTree::leaf)
            .toList();

    @Test
    void roots_are_those_of_the_reference_implementation() {
        assertThat(hex(MerkleTree.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(MerkleTree.root(INPUTS.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(MerkleTree.root(INPUTS.subList(0, 3))))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(hex(MerkleTree.root(INPUTS)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Property(tries = 300)
    void each_leaf_has_a_path_to_the_root_and_to_no_other_place(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int wanted) {
        var leaves = LeafBlock.hashes(Sample.leaves(size));
        int index = wanted % size;
        var path = MerkleTree.path(leaves, index);
        var root = MerkleTree.root(leaves);
        assertThat(MerkleTree.leads(leaves.get(index), index, size, path, root)).isTrue();
        if (size > 1) {
            int other = (index + 1) % size;
            assertThat(MerkleTree.leads(leaves.get(index), other, size, path, root))
                    .isFalse();
            assertThat(MerkleTree.leads(leaves.get(other), index, size, path, root))
                    .isFalse();
            assertThat(MerkleTree.leads(leaves.get(index), index, size, path.subList(1, path.size()), root))
                    .isFalse();
        }
    }

    @Test
    void blocks_add_up_to_the_tree_over_all_leaves() {
        for (int size : new int[] {1, 1023, 1024, 1025, 2048, 3000, 4097}) {
            var leaves = Sample.leaves(size);
            List<byte[]> roots = new ArrayList<>();
            for (int from = 0; from < size; from += LeafBlock.LEAVES)
                roots.add(LeafBlock.root(leaves.subList(from, Math.min(size, from + LeafBlock.LEAVES))));
            var root = hex(MerkleTree.root(roots));
            assertThat(root).isEqualTo(hex(LeafBlock.root(leaves)));
            for (int place : new int[] {0, size / 2, size - 1}) {
                int number = place / LeafBlock.LEAVES;
                var block = leaves.subList(number * LeafBlock.LEAVES, Math.min(size, (number + 1) * LeafBlock.LEAVES));
                var proof = InclusionProof.of(leaves.get(place).document(), block, number, roots, size);
                assertThat(proof.orElseThrow().index()).isEqualTo(place);
                assertThat(proof.orElseThrow().holds(root, size)).isTrue();
                assertThat(proof.orElseThrow().holds(root, size + 1)).isFalse();
            }
        }
    }

    @Test
    void leaves_come_back_from_their_bytes() {
        var leaves = Sample.leaves(5);
        assertThat(LeafBlock.read(LeafBlock.write(leaves))).isEqualTo(leaves);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
