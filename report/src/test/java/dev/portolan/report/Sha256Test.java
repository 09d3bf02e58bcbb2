package dev.portolan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void isTheKnownDigestOfAbc() {
        Sha256 digest = Sha256.of(Samples.bytes("abc"));
        assertThat(digest.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.fromHex(digest.hex())).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(Sha256.fromBytes(digest.bytes())).isEqualTo(digest);
        assertThat(Sha256.of(Samples.bytes("abd"))).isNotEqualTo(digest);
    }

    @Test
    void refusesOtherLengths() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sha256.fromHex("abcd"));
    }
}
