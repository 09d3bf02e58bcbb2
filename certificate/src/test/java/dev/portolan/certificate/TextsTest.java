package dev.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Pure: every text stands in both languages, and every result has one. */
class TextsTest {

    @Test
    void both_languages_have_the_same_keys_and_every_reason_a_text() throws IOException {
        var english = load("certificate");
        assertThat(load("certificate_de").keySet()).isEqualTo(english.keySet());
        for (var reason : NotVerified.Reason.values())
            assertThat(english).as(reason.name()).containsKey("result." + reason);
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var in =
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/messages/" + name + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
