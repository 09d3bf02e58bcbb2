package dev.portolan.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import dev.portolan.cloud.CloudApp;
import dev.portolan.cloud.CloudSchema;
import dev.portolan.demo.Directories;
import dev.portolan.demo.KeyFiles;
import dev.portolan.demo.Ports;
import dev.portolan.portal.PortalApp;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresOptions;
import dev.portolan.postgres.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cloud and Portal in this process as they are, on the databases of one durable PostgreSQL server, talking HTTP over
 * mutual TLS.
 */
final class Apps implements AutoCloseable {
    /** As on a server of some size; the same for everything that is measured. */
    private static final Map<String, String> SETTINGS =
            Map.of("shared_buffers", "1GB", "max_wal_size", "8GB", "wal_compression", "off");

    private final Path directory;
    private final TestServer server;
    private final Database cloudDatabase;
    private final Database portalDatabase;
    private final JdbcTemplate superuser;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final KeyFiles keys;
    private final Ports ports = Ports.free();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private @Nullable ConfigurableApplicationContext cloud;
    private @Nullable ConfigurableApplicationContext portal;

    Apps() {
        try {
            directory = Files.createTempDirectory("portolan-bench");
            keys = new KeyFiles(directory.resolve("keys"), "changeit");
            keys.make(Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var data = directory.resolve("data");
        server = TestServer.start(new PostgresOptions(
                data, 0, true, directory.resolve("postgres.log"), Optional.empty(), Optional.empty(), SETTINGS));
        cloudDatabase = server.migrated(App.CLOUD, CloudSchema::migrate);
        portalDatabase = server.migrated(App.PORTAL, PortalSchema::migrate);
        superuser = superuserOf("postgres");
        requireDurable();
        mail.start();
    }

    private void requireDurable() {
        for (var setting : List.of("fsync", "synchronous_commit"))
            if (!"on".equals(superuser.queryForObject("select current_setting(?)", String.class, setting)))
                throw new IllegalStateException(setting + " is off");
    }

    /** Starts both apps. */
    void start(String... more) {
        portal = run(
                PortalApp.class,
                "portal",
                portalDatabase,
                List.of(
                        "--server.port=" + ports.portal(),
                        "--portolan.public-url=" + portalUrl(),
                        "--portolan.exchange.port=" + ports.exchange()));
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + ports.cloud(),
                "--portolan.public-url=" + cloudUrl(),
                "--portolan.exchange.url=https://127.0.0.1:" + ports.exchange(),
                "--portolan.portal-url=" + portalUrl()));
        arguments.addAll(List.of(more));
        cloud = run(CloudApp.class, "cloud", cloudDatabase, arguments);
    }

    private ConfigurableApplicationContext run(Class<?> app, String name, Database database, List<String> more) {
        var arguments = arguments(name, database);
        arguments.addAll(List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--portolan.exchange.key-store=" + keys.keyStore(name),
                "--portolan.exchange.key-store-password=" + keys.password(),
                "--portolan.exchange.trust-store=" + keys.trustStore(name),
                "--portolan.exchange.trust-store-password=" + keys.password(),
                "--db-scheduler.polling-interval=200ms",
                "--server.shutdown=immediate"));
        arguments.addAll(more);
        var context = new SpringApplicationBuilder(app).run(arguments.toArray(String[]::new));
        running.add(context);
        return context;
    }

    /** What every app is told, in this process or in one of its own. */
    static List<String> arguments(String app, Database database) {
        var settings = Path.of(System.getProperty("portolan.home", ".."), app, "src/main/resources/application.yaml");
        return new ArrayList<>(List.of(
                "--spring.config.location=" + settings.toUri(),
                "--management.server.port=-1",
                "--portolan.secret=secret-of-the-bench-secret-of-the-bench",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user().role(),
                "--spring.datasource.password=" + database.user().password(),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
    }

    ApplicationContext cloud() {
        if (cloud == null) throw new IllegalStateException("not started");
        return cloud;
    }

    ApplicationContext portal() {
        if (portal == null) throw new IllegalStateException("not started");
        return portal;
    }

    TestServer server() {
        return server;
    }

    String cloudUrl() {
        return "http://127.0.0.1:" + ports.cloud();
    }

    /** What the database server has logged. */
    Path serverLog() {
        return directory.resolve("postgres.log");
    }

    String portalUrl() {
        return "http://127.0.0.1:" + ports.portal();
    }

    /** All rows of the Cloud's database, passing by every rule: to prepare and to look on. */
    JdbcTemplate inCloud() {
        return superuserOf(cloudDatabase.name());
    }

    /** As {@link #inCloud}. */
    JdbcTemplate inPortal() {
        return superuserOf(portalDatabase.name());
    }

    JdbcTemplate superuser() {
        return superuser;
    }

    /** A pool of sessions of the superuser in this database. */
    JdbcTemplate superuserOf(String database) {
        var pool = new HikariDataSource();
        pool.setDataSource(source(database));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return new JdbcTemplate(pool);
    }

    private PGSimpleDataSource source(String database) {
        try {
            var source = new PGSimpleDataSource();
            source.setUrl(server.server().jdbcUrl(database));
            source.setUser("postgres");
            source.setPassword(Files.readString(directory.resolve("data").resolve("superuser-password"))
                    .strip());
            source.setReWriteBatchedInserts(true);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server and its directory end with the process. */
    @Override
    public void close() {
        running.reversed().forEach(ConfigurableApplicationContext::close);
        mail.stop();
        server.close();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
