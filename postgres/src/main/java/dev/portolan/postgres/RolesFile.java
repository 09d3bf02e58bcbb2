package dev.portolan.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL file that makes an app's roles and database; run again, it only sets the passwords. */
record RolesFile(App app) {

    /** duplicate_object (a role) and duplicate_database. */
    private static final Set<String> THERE_ALREADY = Set.of("42710", "42P04");

    void run(Connection superuser, String ownerPassword, String appPassword) throws SQLException, IOException {
        for (var statement : statements()) {
            var sql = statement
                    .replace(":'owner_password'", literal(superuser, ownerPassword))
                    .replace(":'app_password'", literal(superuser, appPassword));
            try (var call = superuser.createStatement()) {
                call.execute(sql);
            } catch (SQLException e) {
                if (!THERE_ALREADY.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private List<String> statements() throws IOException {
        var name = app.database() + "-roles.sql";
        try (var in = RolesFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing resource " + name);
            }
            var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(sql.split(";"))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    /** Lets PostgreSQL quote the value, since utility statements take no parameters. */
    static String literal(Connection connection, String value) throws SQLException {
        try (var call = connection.prepareStatement("select quote_literal(?)")) {
            call.setString(1, value);
            try (var rows = call.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
