package dev.portolan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for tests: both apps' roles are there, and fresh databases come quickly. */
public final class TestServer implements AutoCloseable {

    private final PostgresServer server;
    private final Map<App, Database> installed = new EnumMap<>(App.class);
    private final Map<String, Database> templates = new HashMap<>();
    private final AtomicInteger copies = new AtomicInteger();

    private TestServer(PostgresServer server) {
        this.server = server;
        for (var app : App.values()) {
            installed.put(app, server.install(app, app.ownerRole(), app.appRole()));
        }
    }

    /** Starts a server of its own for a test that needs one: another version, or fsync on. It ends with the JVM. */
    public static TestServer start(PostgresOptions options) {
        var server = PostgresServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, options)));
        return new TestServer(server);
    }

    /** The server itself. */
    public PostgresServer server() {
        return server;
    }

    /** A new empty database of the app. */
    public Database empty(App app) {
        return create(app, app.database() + "_test_" + copies.incrementAndGet(), "template0");
    }

    /**
     * A new database of the app with its schema. The first call migrates a template, every call copies it, so all
     * callers in one JVM name the same migration.
     */
    public Database migrated(App app, Migration migration) {
        return migrated(app, app.database() + "_template", migration);
    }

    /** The same from a template of this name (lower-case letters, digits, underscores). */
    public synchronized Database migrated(App app, String template, Migration migration) {
        var source = templates.get(template);
        if (source == null) {
            source = create(app, template, "template0");
            source.migrate(migration);
            templates.put(template, source);
        }
        return copyOf(source);
    }

    /** A new database with the schema and rows of another one, to which nobody may be connected at this moment. */
    public Database copyOf(Database source) {
        return create(source.app(), source.app().database() + "_test_" + copies.incrementAndGet(), source.name());
    }

    /** Drops a database made here and ends its sessions. */
    public void drop(Database database) {
        run("drop database if exists %s with (force)".formatted(database.name()));
    }

    @Override
    public void close() {
        server.close();
    }

    private Database create(App app, String name, String template) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        run(
                "create database %s owner %s encoding 'UTF8' template %s".formatted(name, app.ownerRole(), template),
                "revoke all on database %s from public".formatted(name),
                "grant connect on database %s to %s".formatted(name, app.appRole()));
        var roles = installed.get(app);
        if (roles == null) {
            throw new IllegalStateException("no roles of " + app);
        }
        return new Database(app, name, server.jdbcUrl(name), roles.owner(), roles.user());
    }

    private void run(String... statements) {
        try (var connection = server.superuser();
                var call = connection.createStatement()) {
            for (var statement : statements) {
                call.execute(statement);
            }
        } catch (SQLException e) {
            throw new PostgresException("cannot prepare a database for a test: " + e.getMessage(), e);
        }
    }

    private static void stop(PostgresServer server, PostgresOptions options) {
        server.close();
        try {
            if (!options.durable()) {
                Files.deleteIfExists(options.log());
            }
        } catch (IOException e) {
            throw new PostgresException("cannot delete " + options.log(), e);
        }
    }
}
