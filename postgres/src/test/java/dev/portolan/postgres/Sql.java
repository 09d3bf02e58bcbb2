package dev.portolan.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A script run on one connection. */
final class Sql {

    private Sql() {}

    static void run(String url, String user, String password, String script) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var call = connection.createStatement()) {
            call.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
