package dev.portolan.demo;

import dev.portolan.demo.inbox.Inbox;
import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import dev.portolan.postgres.PostgresException;
import dev.portolan.postgres.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The running demo. Started from tests as well, which kill an app and start it again, read mails and look into the
 * databases.
 */
public final class DemoSystem implements AutoCloseable {

    private final DemoOptions options;
    private final AppEnvironment environment;
    private final Databases databases;
    private final Inbox inbox;
    private final Apps apps;
    private final Resources resources;

    private DemoSystem(
            DemoOptions options,
            AppEnvironment environment,
            Databases databases,
            Inbox inbox,
            Apps apps,
            Resources resources) {
        this.options = options;
        this.environment = environment;
        this.databases = databases;
        this.inbox = inbox;
        this.apps = apps;
        this.resources = resources;
    }

    /**
     * Starts everything and returns when both apps are healthy. It ends with {@link #close}, and by itself when the
     * JVM ends.
     *
     * @throws DemoFailure if it cannot; then nothing of it runs any more
     */
    public static DemoSystem start(DemoOptions options, Progress progress) {
        var resources = new Resources();
        var atExit = new Thread(resources::close, "demo-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return start(options, progress, resources);
        } catch (IOException | PostgresException e) {
            resources.close();
            throw new DemoFailure(Disk.explain(options.state(), e), e);
        } catch (RuntimeException e) {
            resources.close();
            throw Disk.saysFull(e) ? new DemoFailure(Disk.explain(options.state(), e), e) : e;
        }
    }

    private static DemoSystem start(DemoOptions options, Progress progress, Resources resources) throws IOException {
        var state = options.state();
        Directories.createPrivate(state);
        Files.createDirectories(state.resolve("logs"));
        resources.add(StateLock.take(state));
        Disk.requireRoom(state);
        if (options.fresh()) {
            discard(state);
        }
        requireFreePorts(options, state);
        var secrets = new Secrets(state.resolve("secrets.properties"));
        var keys = new KeyFiles(state.resolve("keys"), secrets.get("keys"));
        keys.make(Clock.systemUTC().instant());
        var environment = new AppEnvironment(options.ports(), secrets, keys);
        var inbox = resources.add(Inbox.start(
                state.resolve("mails"), options.ports().smtp(), options.ports().inbox()));
        var databases = Databases.start(options, secrets, resources);
        new EnvironmentFile(state.resolve("cloud.env")).write(environment.of(App.CLOUD, databases.cloud()));
        var apps = new Apps(options, environment, databases, resources);
        apps.extract(progress);
        databases.migrate(state, apps.images());
        databases.load(state, options.data(), target(environment, databases), progress);
        apps.train(progress);
        apps.startAll();
        var access = resources.add(new AccessFile(state.resolve("access.json")));
        access.write(
                environment.cloudUrl(),
                environment.portalUrl(),
                environment.inboxUrl(),
                options.data().users());
        return new DemoSystem(options, environment, databases, inbox, apps, resources);
    }

    /** Where people open the Cloud, without a slash at the end. */
    public URI cloud() {
        return URI.create(environment.cloudUrl());
    }

    /** Where people open the Portal, without a slash at the end. */
    public URI portal() {
        return URI.create(environment.portalUrl());
    }

    /** Where people read the mails. */
    public URI inboxPage() {
        return URI.create(environment.inboxUrl());
    }

    /** The mails that the apps have sent. */
    public Inbox inbox() {
        return inbox;
    }

    /** The Cloud's database with its credentials. */
    public Database cloudDatabase() {
        return databases.cloud();
    }

    /** The Portal's database with its credentials. */
    public Database portalDatabase() {
        return databases.portal();
    }

    /** Who can sign in. */
    public List<DemoUser> users() {
        return options.data().users();
    }

    /** The environment variables an app runs with. */
    public Map<String, String> environmentOf(App app) {
        try {
            return environment.of(app, databases.of(app));
        } catch (IOException e) {
            throw new DemoFailure("cannot read the secrets", e);
        }
    }

    /** The log of an app. */
    public Path logOf(App app) {
        return apps.log(app);
    }

    /** Ends the Cloud at once (SIGKILL). */
    public void killCloud() {
        apps.kill(App.CLOUD);
    }

    /** Ends the Portal at once (SIGKILL). */
    public void killPortal() {
        apps.kill(App.PORTAL);
    }

    /** Starts the Cloud after it was killed, and returns when it is healthy. */
    public void startCloud() {
        apps.start(App.CLOUD);
    }

    /** Starts the Portal after it was killed, and returns when it is healthy. */
    public void startPortal() {
        apps.start(App.PORTAL);
    }

    /** Stops the apps, the mail server and the database. */
    @Override
    public void close() {
        resources.close();
    }

    private static DemoTarget target(AppEnvironment environment, Databases databases) throws IOException {
        return new DemoTarget(
                databases.cloud(),
                databases.portal(),
                environment.of(App.CLOUD, databases.cloud()),
                environment.of(App.PORTAL, databases.portal()));
    }

    private static void discard(Path state) throws IOException {
        Databases.discard(state);
        for (var name : List.of("mails", "keys", "secrets.properties", "logs")) {
            Directories.delete(state.resolve(name));
        }
        Files.createDirectories(state.resolve("logs"));
    }

    private static void requireFreePorts(DemoOptions options, Path state) throws IOException {
        PostgresServer.stopLeftRunning(state.resolve("postgres"));
        // A demo that was killed leaves this file, and its apps need a moment to notice.
        var patience = Files.deleteIfExists(state.resolve("access.json")) ? Duration.ofSeconds(15) : Duration.ZERO;
        var taken = options.ports().takenAfter(patience);
        if (taken.isPresent()) {
            throw new DemoFailure(
                    "port " + taken.getAsInt() + " is taken by another program; choose others with --ports FROM");
        }
    }
}
