package dev.portolan.crash;

import dev.portolan.cloud.CloudSchema;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresOptions;
import dev.portolan.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The PostgreSQL server of one app, with fsync on. */
final class Server implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(30);

    private final PostgresOptions options;
    private final Database database;
    private final PostgresServer server;

    private Server(PostgresOptions options, PostgresServer server, Database database) {
        this.options = options;
        this.server = server;
        this.database = database;
    }

    static Server start(App app, Path directory) {
        var options = PostgresOptions.durable(directory.resolve(app.database() + "-postgres"), FreePort.take())
                .withLog(directory.resolve("logs").resolve(app.database() + "-postgres.log"))
                .withUnpackTo(directory.resolve("postgres"));
        var server = PostgresServer.start(options);
        // However the command ends, no server is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PostgresServer.stopLeftRunning(options.dataDirectory())));
        var database = server.install(
                app, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        database.migrate(
                switch (app) {
                    case CLOUD -> CloudSchema::migrate;
                    case PORTAL -> PortalSchema::migrate;
                });
        return new Server(options, server, database);
    }

    int port() {
        return options.port();
    }

    Path log() {
        return options.log();
    }

    Database database() {
        return database;
    }

    synchronized Connection superuser() throws SQLException {
        return server.superuser();
    }

    /** As after a failure of its machine: no session ends in order, nothing is written before (immediate mode). */
    synchronized void crashAndRestart() {
        try {
            var pid = Files.readAllLines(options.dataDirectory().resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
            if (!Poll.until(STOP, () -> !process.isAlive())) throw new CrashFailure("PostgreSQL did not stop");
        } catch (IOException e) {
            throw new CrashFailure("cannot stop PostgreSQL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        startAgain();
    }

    /** With the very command line of its first start, which the server keeps in its data directory. */
    private void startAgain() {
        try {
            var command = new ArrayList<String>();
            // PostgreSQL refuses to run as root; as at its first start it is given a name of its own.
            if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
            var kept = Files.readString(options.dataDirectory().resolve("postmaster.opts"))
                    .strip();
            for (var word : kept.split(" (?=\")")) command.add(word.replace("\"", ""));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(options.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new CrashFailure("cannot start PostgreSQL again", e);
        }
        if (!Poll.until(STOP, this::answers)) throw new CrashFailure("PostgreSQL did not start again");
    }

    private boolean answers() {
        try (var connection = server.superuser()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Ends one session from inside the server, or all of the app's where the number is 0; says whether there was one. */
    boolean terminate(int backend) {
        try (var connection = superuser();
                var call = connection.prepareStatement(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid = ? or (? = 0 and usename = ?)")) {
            call.setInt(1, backend);
            call.setInt(2, backend);
            call.setString(3, database.app().appRole());
            try (var rows = call.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw new CrashFailure("cannot end a session of " + database.name(), e);
        }
    }

    @Override
    public synchronized void close() {
        server.close();
    }
}
