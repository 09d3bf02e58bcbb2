package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The technicians' page shows commands and exit codes that there are. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "erasure-client.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void everyCommandShownIsUnderstood() throws IOException {
        var commands = ErasureClient.commands(Surroundings.ofThisProcess(), Texts.in(Locale.ENGLISH));
        var shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("./portolan client "))
                .toList();
        assertThat(shown).hasSizeGreaterThan(8);
        for (var line : shown) commands.parseArgs(words(line.substring("./portolan client ".length())));
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    @Test
    void everyExitCodeIsExplained() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.GERMAN)))
                .allSatisfy(texts -> assertThat(Arrays.stream(ExitCode.values()))
                        .allSatisfy(code ->
                                assertThat(texts.plain("help.footer")).contains("\n  " + code.number() + "  ")));
        for (var code : ExitCode.values()) assertThat(page).contains("| " + code.number() + " | ");
    }
}
