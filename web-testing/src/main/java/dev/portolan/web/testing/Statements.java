package dev.portolan.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL statements in an app's sources: each table of a company or tenant in them has to be tied to its owner by its
 * key, so that every statement, joins included, is carried out where the owner's rows stand, also where rows are
 * distributed by it.
 *
 * @param all in lower case
 */
public record Statements(List<String> all) {
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

    /** What stands in the Java sources below these directories. */
    public static Statements of(String... roots) {
        return new Statements(Stream.of(roots)
                .flatMap(Statements::files)
                .flatMap(text -> TEXT.matcher(text).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(text -> STATEMENT.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Where one of these tables is not tied to its owner. */
    public List<String> loose(Set<String> tablesOfOwners) {
        return all.stream()
                .flatMap(statement -> uses(statement)
                        .filter(use -> tablesOfOwners.contains(use.table()) && !use.tied(statement))
                        .map(use -> use + " in " + statement.replaceAll("\\s+", " ")))
                .toList();
    }

    private static Stream<Use> uses(String statement) {
        return TABLE.matcher(statement).results().map(Statements::use).distinct();
    }

    private static Use use(MatchResult found) {
        boolean inserted = found.group(1).equals("into"); // its list of columns names the key
        boolean plain = inserted || found.group(3) == null || NO_ALIAS.contains(found.group(3));
        return new Use(found.group(2), plain ? "" : found.group(3));
    }

    private static Stream<String> files(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Statements::text).toList().stream();
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
