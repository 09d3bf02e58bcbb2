package dev.portolan.demo;

import dev.portolan.cloud.CloudSchema;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.BinariesFile;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.Migration;
import dev.portolan.postgres.PostgresOptions;
import dev.portolan.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The demo's server with both databases at the newest schema, and the data set in them. */
record Databases(PostgresServer server, Database cloud, Database portal) {

    /** Starts the server on what an earlier start left, if that start got as far as the whole data set. */
    static Databases start(DemoOptions demo, Secrets secrets, Resources resources) throws IOException {
        var state = demo.state();
        var directory = state.resolve("postgres");
        if (!Files.exists(loaded(state))) {
            PostgresServer.stopLeftRunning(directory);
            Directories.delete(directory);
        }
        var options = PostgresOptions.durable(directory, demo.ports().postgres())
                .withLog(state.resolve("logs").resolve("postgres.log"))
                .withUnpackTo(state.resolve("run").resolve("postgres"));
        var chosen = demo.postgres()
                .map(archive -> options.withBinaries(new BinariesFile(archive)))
                .orElse(options);
        var server = resources.add(PostgresServer.start(chosen));
        return new Databases(server, install(server, App.CLOUD, secrets), install(server, App.PORTAL, secrets));
    }

    Database of(App app) {
        return switch (app) {
            case CLOUD -> cloud;
            case PORTAL -> portal;
        };
    }

    /** Migrates both, unless the builds that were migrated last are still the same. */
    void migrate(Path state, Map<App, AppImage> images) throws IOException {
        var builds = new StringBuilder();
        for (var image : images.values()) {
            builds.append(image.app())
                    .append(' ')
                    .append(Files.getLastModifiedTime(image.jar()))
                    .append('\n');
        }
        var file = state.resolve("migrated");
        if (Files.exists(loaded(state))
                && Files.exists(file)
                && Files.readString(file).contentEquals(builds)) {
            return;
        }
        Files.deleteIfExists(file);
        for (var app : App.values()) {
            of(app).migrate(migration(app));
        }
        Files.writeString(file, builds);
    }

    /** Loads the data set once. */
    void load(Path state, DemoData data, DemoTarget target, Progress progress) throws IOException {
        if (Files.exists(loaded(state))) {
            return;
        }
        progress.say("Loading the demo data");
        try {
            data.load(target);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new DemoFailure("the demo data could not be loaded: " + e.getMessage(), e);
        }
        Files.createFile(loaded(state));
    }

    /** Throws away what an earlier start left in the databases. */
    static void discard(Path state) throws IOException {
        PostgresServer.stopLeftRunning(state.resolve("postgres"));
        Files.deleteIfExists(loaded(state));
        Files.deleteIfExists(state.resolve("migrated"));
        Directories.delete(state.resolve("postgres"));
    }

    private static Database install(PostgresServer server, App app, Secrets secrets) throws IOException {
        var name = app.database();
        return server.install(app, secrets.get(name + ".database.owner"), secrets.get(name + ".database.app"));
    }

    private static Migration migration(App app) {
        return switch (app) {
            case CLOUD -> CloudSchema::migrate;
            case PORTAL -> PortalSchema::migrate;
        };
    }

    private static Path loaded(Path state) {
        return state.resolve("loaded");
    }
}
