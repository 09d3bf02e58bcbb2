package dev.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @Test
    void eachAppTrustsExactlyTheOthersCertificate(@TempDir Path state) throws Exception {
        var keys = new KeyFiles(state.resolve("keys"), "password");
        keys.make(Instant.parse("2026-11-21T00:00:00Z"));

        assertThat(load(keys.trustStore("cloud")).size()).isOne();
        assertThat(load(keys.trustStore("cloud")).getCertificate("portal"))
                .isEqualTo(load(keys.keyStore("portal")).getCertificate("portal"));
        assertThat(load(keys.trustStore("portal")).getCertificate("cloud"))
                .isEqualTo(load(keys.keyStore("cloud")).getCertificate("cloud"));
        assertThat(Files.readString(keys.reportKey("cloud"))).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void keysAreMadeOnce(@TempDir Path state) throws Exception {
        var keys = new KeyFiles(state.resolve("keys"), "password");
        keys.make(Instant.parse("2026-11-21T00:00:00Z"));
        var before = Files.readAllBytes(keys.keyStore("cloud"));
        keys.make(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(Files.readAllBytes(keys.keyStore("cloud"))).isEqualTo(before);
    }

    private static KeyStore load(Path file) throws Exception {
        return KeyStore.getInstance(file.toFile(), "password".toCharArray());
    }
}
