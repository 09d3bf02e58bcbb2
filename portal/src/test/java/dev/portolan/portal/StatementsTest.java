package dev.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the statements of this app: each table of a tenant in them is tied to one by its key, so that every statement,
 * joins included, is carried out where that tenant's rows stand, also where rows are distributed by it.
 */
class StatementsTest {
    private static final List<String> SOURCES = List.of("src/main/java");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(with|select|insert into|update|delete from|copy)\\b.*", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("\\b(from|join|update|into|using)\\s+([a-z_]+)(?:\\s+(?:as\\s+)?([a-z]\\w*))?");
    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "set",
            "join",
            "left",
            "on",
            "using",
            "order",
            "group",
            "limit",
            "values",
            "select",
            "cross",
            "returning",
            "for",
            "inner",
            "window",
            "union",
            "default",
            "end");
    private static final String KEY = "(?:company_id|tenant_id|partner_id)";

    private record Use(String table, String alias) {
        boolean tied(String statement) {
            var key = alias.isEmpty() ? "(?<![.\\w])(?:" + table + "\\.)?" + KEY : "\\b" + alias + "\\." + KEY;
            return Pattern.compile(key).matcher(statement).find()
                    || Pattern.compile("using \\([^)]*" + KEY)
                            .matcher(statement)
                            .find();
        }
    }

    @Test
    void everyTableInAStatementIsTiedToItsOwner() {
        var tables = tablesOfOwners();
        var loose = new ArrayList<String>();
        int read = 0;
        for (var statement : statements()) {
            read++;
            for (var use : uses(statement))
                if (tables.contains(use.table()) && !use.tied(statement))
                    loose.add(use + " in " + statement.replaceAll("\\s+", " "));
        }
        assertThat(read).as("statements read").isGreaterThan(50);
        assertThat(loose).isEmpty();
    }

    private static List<Use> uses(String statement) {
        return TABLE.matcher(statement)
                .results()
                .map(StatementsTest::use)
                .distinct()
                .toList();
    }

    private static Use use(MatchResult found) {
        boolean inserted = found.group(1).equals("into"); // its list of columns names the key
        boolean plain = inserted || found.group(3) == null || NO_ALIAS.contains(found.group(3));
        return new Use(found.group(2), plain ? "" : found.group(3));
    }

    private static Set<String> tablesOfOwners() {
        var database = PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate);
        return new TreeSet<>(JdbcClient.create(database.ownerDataSource())
                .sql("select relname from pg_class where relrowsecurity")
                .query(String.class)
                .list());
    }

    private static List<String> statements() {
        return SOURCES.stream()
                .flatMap(StatementsTest::files)
                .flatMap(text -> TEXT.matcher(text).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(text -> STATEMENT.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Stream<String> files(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(StatementsTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
