package dev.portolan.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of its own process, on the loopback address. */
public final class PostgresServer implements AutoCloseable {

    private static @Nullable TestServer shared;

    private final PostgresOptions options;
    private final Cluster cluster;
    private final EmbeddedPostgres embedded;

    private PostgresServer(PostgresOptions options, Cluster cluster, EmbeddedPostgres embedded) {
        this.options = options;
        this.cluster = cluster;
        this.embedded = embedded;
    }

    /**
     * Starts a durable server; one that was left running on the data directory is stopped before.
     *
     * @throws PostgresException if the port is taken or the server does not start
     */
    public static PostgresServer start(Path dataDirectory, int port) {
        return start(PostgresOptions.durable(dataDirectory, port));
    }

    /**
     * Starts a server; one that was left running on the data directory is stopped before.
     *
     * @throws PostgresException if the port is taken or the server does not start
     */
    public static PostgresServer start(PostgresOptions options) {
        try {
            var cluster = new Cluster(options);
            return new PostgresServer(options, cluster, cluster.start());
        } catch (IOException | IllegalStateException e) {
            throw new PostgresException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Stops a server that a killed program left running on the data directory; nothing happens if there is none. */
    public static void stopLeftRunning(Path dataDirectory) {
        try {
            var left = Postmaster.on(dataDirectory);
            if (left.isPresent()) {
                left.get().stop();
            }
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** The server that all tests of this JVM share; it is started at the first call and ends with the JVM. */
    public static synchronized TestServer forTests() {
        if (shared == null) {
            shared = TestServer.start(PostgresOptions.temporary());
        }
        return shared;
    }

    /** The port on the loopback address. */
    public int port() {
        return embedded.getPort();
    }

    /** The address of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Makes the app's roles and its database if they are not there, and sets the passwords. */
    public Database install(App app, String ownerPassword, String appPassword) {
        try (var superuser = superuser()) {
            new RolesFile(app).run(superuser, ownerPassword, appPassword);
        } catch (SQLException | IOException e) {
            throw new PostgresException("cannot make the roles of " + app.database(), e);
        }
        return new Database(
                app,
                app.database(),
                jdbcUrl(app.database()),
                new Login(app.ownerRole(), ownerPassword),
                new Login(app.appRole(), appPassword));
    }

    /** Opens a session as the superuser, who passes by every rule: for preparing and for looking on, not for apps. */
    public Connection superuser() throws SQLException {
        return cluster.access().connect(port());
    }

    /** Stops the server and waits until its process has gone; the data of a durable one stay. */
    @Override
    public void close() {
        try {
            var running = Postmaster.on(options.dataDirectory());
            embedded.close();
            if (running.isPresent()) {
                running.get().awaitExit();
            }
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL did not stop cleanly, see " + options.log(), e);
        }
    }
}
