package dev.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.]*?)(?:\\(|})");

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        assertThat(texts("portal_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("portal").stringPropertyNames());
    }

    @Test
    void noTextIsEmptyOrMalformed() throws IOException {
        for (var name : new String[] {"portal", "portal_de"}) {
            var texts = texts(name);
            for (var key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key)).as(key).isNotBlank();
                new MessageFormat(texts.getProperty(key));
                assertThat(texts.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void germanIsWrittenWithItsOwnLetters() throws IOException {
        var texts = texts("portal_de");
        for (var key : texts.stringPropertyNames())
            assertThat(texts.getProperty(key))
                    .as(key)
                    .doesNotContainPattern(
                            "(?i)\\b(fuer|ueber|loesch\\w*|waehl\\w*|koenn\\w*|schluessel\\w*|moeglich)\\b");
    }

    @Test
    void everyKeyThatATemplateNamesHasAText() throws IOException {
        var known = new TreeSet<String>();
        for (var name : new String[] {"portal", "web", "report", "evidence"})
            known.addAll(texts(name).stringPropertyNames());
        var named = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList())
                KEY.matcher(Files.readString(template))
                        .results()
                        .map(each -> each.group(1))
                        .forEach(named::add);
        }
        assertThat(named.stream().filter(key -> !known.contains(key)).collect(Collectors.toSet()))
                .isEmpty();
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
