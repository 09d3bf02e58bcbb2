package dev.portolan.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.ledger.EntryKind;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import dev.portolan.report.signature.Signature;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"web", "cloud", "upgrade", "evidence"})
    void everyTextStandsInBothLanguagesWithTheSamePlaces(String module) throws IOException {
        var english = texts(module);
        var german = texts(module + "_de");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyNameThatAPageLooksUpHasAText() throws IOException {
        var texts = texts("cloud");
        var keys = Stream.of(
                        names("cloud.state.", ErasureState.values()),
                        names("cloud.kind.", ReportKind.values()),
                        names("cloud.signature.", Signature.values()),
                        names("cloud.ledger.", EntryKind.values()),
                        names("audit.", AuditAct.values()))
                .flatMap(each -> each)
                .toList();
        assertThat(texts.stringPropertyNames()).containsAll(keys);
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
