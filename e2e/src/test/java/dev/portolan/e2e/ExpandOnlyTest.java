package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a rolling upgrade nodes of the version before work on the schema of the version after: a migration adds, and takes
 * nothing away that an older node uses. What has to go, goes a version later, in a file named {@code …__contract_….sql}.
 */
class ExpandOnlyTest {
    private static final List<Pattern> CONTRACTING = Stream.of(
                    "\\bdrop\\s+(table|column|view|type)\\b",
                    "\\balter\\s+table\\b.*\\bdrop\\s+(?!constraint|default|not\\s+null|column)",
                    "\\brename\\b",
                    "\\balter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type\\b",
                    "\\bset\\s+not\\s+null\\b",
                    "\\badd\\s+column\\s+(?:(?!,|\\bdefault\\b).)*\\bnot\\s+null\\b(?:(?!,|\\bdefault\\b).)*(,|$)")
            .map(pattern -> Pattern.compile(pattern, Pattern.DOTALL))
            .toList();

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    @Test
    void no_migration_takes_away_what_the_version_before_uses() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            var found = modules.map(module -> module.resolve("src/main/resources/db"))
                    .filter(Files::isDirectory)
                    .flatMap(ExpandOnlyTest::migrations)
                    .flatMap(file -> contracting(text(file)).map(statement -> file.getFileName() + ": " + statement))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table customer",
                "alter table run_queue drop column step",
                "alter table run_queue rename column step to stage",
                "alter table a alter column b type bigint",
                "alter table a alter column b set not null",
                "alter table a add column b text not null",
                "alter table a add column b text not null, add column c text default 'x'"
            })
    void finds(String statement) {
        assertThat(contracting(statement + ";")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (b text not null)",
                "alter table a add column b text not null default ''",
                "alter table a add column b text default 'x' not null, add column c uuid",
                "alter table a drop constraint b",
                "drop index a"
            })
    void lets_through(String statement) {
        assertThat(contracting(statement + ";")).isEmpty();
    }

    private static Stream<Path> migrations(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
                    .filter(file -> !file.getFileName().toString().contains("__contract_"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> contracting(String sql) {
        return Stream.of(COMMENT.matcher(sql.toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .split(";"))
                .map(String::strip)
                .filter(statement -> CONTRACTING.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
