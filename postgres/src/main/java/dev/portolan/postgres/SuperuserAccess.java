package dev.portolan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The superuser's password, kept inside the data directory, which only the server's user may read. A cluster is made
 * trusting everybody; this replaces that by passwords.
 */
final class SuperuserAccess {

    private static final String RULES = """
            # Written by Portolan: nobody gets in without a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path dataDirectory;
    private final String password;

    SuperuserAccess(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.password = readPassword(dataDirectory.resolve("superuser-password"));
    }

    String password() {
        return password;
    }

    /** Opens a session as the superuser. */
    Connection connect(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    /** Sets the password and the rules, if an earlier start has not done it. */
    void secure(int port) throws IOException {
        var rules = dataDirectory.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(RULES)) {
            return;
        }
        try (var connection = connect(port);
                var call = connection.createStatement()) {
            call.execute("alter role postgres password " + RolesFile.literal(connection, password));
            Files.writeString(dataDirectory.resolve("superuser-password"), password);
            Files.writeString(rules, RULES);
            call.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("cannot set the superuser's password", e);
        }
    }

    private static String readPassword(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : random();
        } catch (IOException e) {
            throw new PostgresException("cannot read " + file, e);
        }
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
