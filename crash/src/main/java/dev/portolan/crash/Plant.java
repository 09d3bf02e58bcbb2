package dev.portolan.crash;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portolan.crash.Launch.Seat;
import dev.portolan.crash.proxy.DatabaseTap;
import dev.portolan.crash.proxy.DatabaseWire;
import dev.portolan.crash.proxy.HttpTap;
import dev.portolan.crash.proxy.HttpWire;
import dev.portolan.postgres.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.FileSystemUtils;

/**
 * Two PostgreSQL servers, two nodes of the Cloud, one of the Portal, a mail server, and the wires between them. Heartbeats
 * and polling are set shorter than in production, so that a takeover takes seconds; nothing else is.
 */
final class Plant implements AutoCloseable {
    private static final String SECRET = "secret-of-a-plant-that-is-broken-on-purpose";

    private final Path directory;
    private final Server cloudServer;
    private final Server portalServer;
    private final GreenMail mail = new GreenMail(new ServerSetup(FreePort.take(), "127.0.0.1", "smtp"));
    private final Keys keys;
    private final Launch launch;
    private final int exchangePort = FreePort.take();
    private final Seat portalSeat = Seat.of("portal");
    private final List<Seat> cloudSeats = List.of(Seat.of("cloud-1"), Seat.of("cloud-2"));
    private final List<DatabaseWire> cloudDatabaseWires = new ArrayList<>();
    private final DatabaseWire portalDatabaseWire;
    private final List<HttpWire> httpWires = new ArrayList<>();
    private final List<Node> clouds = new ArrayList<>();
    private final Node portal;
    private final ControlPort control = new ControlPort();

    private Plant(Path home, Path state) throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(state), "plant-");
        Files.createDirectories(directory.resolve("logs"));
        keys = Keys.make(directory.resolve("keys"));
        launch = new Launch(Files.createDirectories(state.resolve("run")), home);
        var starting = CompletableFuture.supplyAsync(() -> Server.start(App.PORTAL, directory));
        cloudServer = Server.start(App.CLOUD, directory);
        portalServer = starting.join();
        portalDatabaseWire = new DatabaseWire("portal", portalServer.port());
        mail.start();
        for (var seat : cloudSeats) {
            cloudDatabaseWires.add(new DatabaseWire(seat.name(), cloudServer.port()));
            httpWires.add(new HttpWire(seat.name(), exchangePort, keys.tlsOf("portal"), keys.tlsOf("cloud")));
        }
        train();
        portal = node(App.PORTAL, portalSeat, portalArguments());
        for (int i = 0; i < cloudSeats.size(); i++) clouds.add(node(App.CLOUD, cloudSeats.get(i), cloudArguments(i)));
    }

    /** Starts everything and waits until it is healthy. */
    static Plant start(Path home, Path state) throws IOException {
        var plant = new Plant(home, state);
        plant.nodes().forEach(Node::start);
        plant.nodes().forEach(Node::awaitHealth);
        return plant;
    }

    private void train() {
        var portalToo = CompletableFuture.runAsync(() -> prepare(App.PORTAL, portalArguments()));
        prepare(App.CLOUD, cloudArguments(0));
        portalToo.join();
    }

    private void prepare(App app, List<String> arguments) {
        try {
            launch.prepare(app, arguments, directory.resolve("logs").resolve(app.database() + "-training.log"));
        } catch (IOException e) {
            throw new CrashFailure("cannot lay out the " + app.database(), e);
        }
    }

    private Node node(App app, Seat seat, List<String> arguments) {
        return new Node(
                seat.name(),
                launch.running(app, seat, control.port(), arguments),
                directory.resolve("logs").resolve(seat.name() + ".log"),
                seat.commandPort(),
                seat.managementPort());
    }

    private List<String> cloudArguments(int number) {
        var all = both("cloud", cloudSeats.get(number), cloudServer, cloudDatabaseWires.get(number));
        all.put(
                "portolan.exchange.url",
                "https://127.0.0.1:" + httpWires.get(number).port());
        all.put("portolan.portal-url", portalUrl());
        all.put("portolan.certificate-key", keys.files().certificateKey());
        all.put("portolan.public-url", cloudUrl(0));
        return Launch.arguments(all);
    }

    private List<String> portalArguments() {
        var all = both("portal", portalSeat, portalServer, portalDatabaseWire);
        all.put("portolan.exchange.port", exchangePort);
        all.put("portolan.cloud-url", cloudUrl(0));
        all.put("portolan.public-url", portalUrl());
        return Launch.arguments(all);
    }

    private Map<String, Object> both(String app, Seat seat, Server server, DatabaseWire wire) {
        var all = new LinkedHashMap<String, Object>();
        all.put("server.port", seat.httpPort());
        all.put("management.server.port", seat.managementPort());
        all.put("portolan.secret", SECRET);
        all.put(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/"
                        + server.database().name() + "?sslmode=disable&gssEncMode=disable");
        all.put("spring.datasource.username", server.database().user().role());
        all.put("spring.datasource.password", server.database().user().password());
        all.put("spring.mail.host", "127.0.0.1");
        all.put("spring.mail.port", mail.getSmtp().getServerSetup().getPort());
        all.put("portolan.report-signing-key", keys.files().reportKey(app));
        all.put("portolan.exchange.key-store", keys.files().keyStore(app));
        all.put("portolan.exchange.key-store-password", keys.files().password());
        all.put("portolan.exchange.trust-store", keys.files().trustStore(app));
        all.put("portolan.exchange.trust-store-password", keys.files().password());
        all.put("db-scheduler.polling-interval", "200ms");
        all.put("db-scheduler.heartbeat-interval", "500ms");
        all.put("spring.main.banner-mode", "off");
        all.put("logging.level.root", "warn");
        all.put("logging.level.dev.portolan", "info");
        return all;
    }

    String cloudUrl(int number) {
        return "http://127.0.0.1:" + cloudSeats.get(number).httpPort();
    }

    String portalUrl() {
        return "http://127.0.0.1:" + portalSeat.httpPort();
    }

    Server cloudServer() {
        return cloudServer;
    }

    Server portalServer() {
        return portalServer;
    }

    Node portal() {
        return portal;
    }

    /** The node of this name. */
    Node node(String name) {
        return nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Node> clouds() {
        return clouds;
    }

    List<Node> nodes() {
        var all = new ArrayList<>(clouds);
        all.add(portal);
        return all;
    }

    Path directory() {
        return directory;
    }

    GreenMail mail() {
        return mail;
    }

    ControlPort control() {
        return control;
    }

    /** Who is asked about messages from now on. */
    void tap(DatabaseTap cloud, DatabaseTap portals, HttpTap between) {
        cloudDatabaseWires.forEach(wire -> wire.tap(cloud));
        portalDatabaseWire.tap(portals);
        httpWires.forEach(wire -> wire.tap(between));
    }

    /** Has an order carried out by a node that can. */
    void order(UUID runner, UUID subject, UUID by, String what) {
        clouds.getFirst().tell("order " + runner + " " + subject + " " + by + " " + what);
    }

    /** The steps of each plan that cases are about, as the product has them. */
    Map<String, Steps> plans() {
        var plans = new LinkedHashMap<String, Steps>();
        for (var plan : List.of(Case.STAGE_ONE, Case.INVITE_AGAIN, Case.STAGE_TWO, Case.UNDO))
            plans.put(plan, new Steps(steps("there", plan), steps("back", plan)));
        return plans;
    }

    private List<String> steps(String way, String plan) {
        var names = clouds.getFirst().tell("steps " + way + " " + plan).strip();
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    /** Ends everything; the logs stay, and so does the evidence of what failed. */
    @Override
    public void close() {
        nodes().forEach(Node::close);
        cloudServer.close();
        portalServer.close();
        mail.stop();
        for (var data : List.of("cloud-postgres", "portal-postgres", "postgres", "keys"))
            delete(directory.resolve(data));
    }

    private static void delete(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            System.err.println("portolan: cannot delete " + data + ": " + e.getMessage());
        }
    }
}
