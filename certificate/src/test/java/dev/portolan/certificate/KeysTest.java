package dev.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pure: keys come back from what is written of them, and others are told apart. */
class KeysTest {

    /** The first key of RFC 8032, section 7.1, as RFC 8410 writes it. */
    @Test
    void the_open_half_is_found_from_the_secret_one() {
        var seed = HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var key = SigningKey.read(Base64.getEncoder().encodeToString(seed));
        assertThat(HexFormat.of().formatHex(key.open().bytes()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_key_written_is_the_key_read() {
        var key = SigningKey.generate();
        assertThat(SigningKey.read(key.pem()).open().pem()).isEqualTo(key.open().pem());
        assertThat(PinnedKey.of(key.open().pem()).fingerprint())
                .isEqualTo(key.open().fingerprint());
        assertThat(PinnedKey.of("sha256:" + key.open().fingerprint().toUpperCase(Locale.ROOT))
                        .fingerprint())
                .isEqualTo(key.open().fingerprint());
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThatThrownBy(() -> PinnedKey.of("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PinnedKey.of("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.read("nothing")).isInstanceOf(IllegalStateException.class);
    }
}
