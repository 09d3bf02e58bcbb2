package dev.portolan.e2e.transfer;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portolan.cloud.CloudApp;
import dev.portolan.cloud.CloudSchema;
import dev.portolan.portal.PortalApp;
import dev.portolan.portal.PortalSchema;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Cloud and Portal in this JVM, each with a database of its own, talking over mutual TLS. */
final class BothApps implements AutoCloseable {
    private static final Keys KEYS = new Keys();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Database cloudDatabase = PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);
    final Database portalDatabase = PostgresServer.forTests().migrated(App.PORTAL, PortalSchema::migrate);
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    final int exchangePort = freePort();
    final int portalPort = freePort();
    private final List<String> everywhere = new ArrayList<>();
    private final List<ConfigurableApplicationContext> clouds = new ArrayList<>();
    private volatile @Nullable ConfigurableApplicationContext portal;

    BothApps() {
        this(databases -> {});
    }

    /** With databases that something was loaded into before the apps start. */
    BothApps(Consumer<BothApps> load) {
        load.accept(this);
        mail.start();
        startPortal();
    }

    /** Before the apps start. */
    void tracedBy(Collector collector) {
        everywhere.add("--portolan.traces.endpoint=" + collector.endpoint());
    }

    /** Another node of the Cloud. */
    ConfigurableApplicationContext startCloud(String... more) {
        return startCloudAt(exchangePort, more);
    }

    /** How a Cloud of its own process is told what it needs; what is said here stands before what is said of all. */
    List<String> cloudArguments(String... more) {
        var arguments = new ArrayList<>(List.of(cloudSettings(exchangePort)));
        arguments.addAll(List.of(more));
        return arguments("cloud", cloudDatabase, arguments.toArray(String[]::new));
    }

    /** As {@link #cloudArguments}. */
    List<String> portalArguments() {
        return arguments("portal", portalDatabase, portalSettings());
    }

    private String[] cloudSettings(int port) {
        return new String[] {
            "--server.port=0",
            "--portolan.public-url=http://127.0.0.1:1",
            "--portolan.exchange.url=https://127.0.0.1:" + port,
            "--portolan.portal-url=http://127.0.0.1:" + portalPort
        };
    }

    private String[] portalSettings() {
        return new String[] {
            "--server.port=" + portalPort,
            "--portolan.public-url=http://127.0.0.1:" + portalPort,
            "--portolan.exchange.port=" + exchangePort
        };
    }

    void stopClouds() {
        clouds.forEach(ConfigurableApplicationContext::close);
        clouds.clear();
    }

    /** Another node of the Cloud, which reaches the Portal through this port. */
    ConfigurableApplicationContext startCloudAt(int port, String... more) {
        var arguments = new ArrayList<>(List.of(cloudSettings(port)));
        arguments.addAll(List.of(more));
        var node = run(
                List.of(CloudApp.class, Points.InNode.class), "cloud", cloudDatabase, arguments.toArray(String[]::new));
        clouds.add(node);
        return node;
    }

    void startPortal() {
        portal = run(List.of(PortalApp.class), "portal", portalDatabase, portalSettings());
    }

    void stopPortal() {
        if (portal != null) portal.close();
        portal = null;
    }

    boolean portalIsUp() {
        return portal != null;
    }

    ApplicationContext portal() {
        if (portal == null) throw new IllegalStateException("the Portal is down");
        return portal;
    }

    private ConfigurableApplicationContext run(List<Class<?>> sources, String app, Database database, String... more) {
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(arguments(app, database, more).toArray(String[]::new));
    }

    private List<String> arguments(String app, Database database, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.location="
                        + Path.of("..", app, "src/main/resources/application.yaml")
                                .toUri(),
                "--management.server.port=-1",
                "--portolan.secret=secret-of-the-test-secret-of-the-test",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user().role(),
                "--spring.datasource.password=" + database.user().password(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--portolan.exchange.key-store=" + KEYS.store(app),
                "--portolan.exchange.key-store-password=" + Keys.PASSWORD,
                "--portolan.exchange.trust-store=" + KEYS.trust(app),
                "--portolan.exchange.trust-store-password=" + Keys.PASSWORD,
                // A test that loses an answer means that of a message of its own, not that of a pulse.
                "--portolan.exchange.pulse=0s",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=1s",
                "--db-scheduler.shutdown-max-wait=2s",
                "--server.shutdown=immediate",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.dev.portolan=info"));
        arguments.addAll(everywhere);
        for (var one : more) {
            arguments.removeIf(said -> said.startsWith(one.substring(0, one.indexOf('=') + 1)));
            arguments.add(one);
        }
        return arguments;
    }

    static Keys keys() {
        return KEYS;
    }

    /** Polls until it holds; the limit only ends what would never come, and is no measure of speed. */
    static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError("not within " + PATIENCE.toMinutes() + " min: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Below the range of outgoing connections, none of which may take it while the Portal is down. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // another one then
            }
        }
    }

    @Override
    public void close() {
        stopClouds();
        stopPortal();
        mail.stop();
    }
}
