package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.CloudApp;
import dev.portolan.cloud.reconcile.Reconcile;
import dev.portolan.cloud.reconcile.Report;
import dev.portolan.ledger.Quantity;
import dev.portolan.migration.Run;
import dev.portolan.platform.Ids;
import dev.portolan.platform.restore.Closed;
import dev.portolan.platform.restore.RestoreWatch;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ApplicationContext;

/** Both apps, whose databases are taken back to earlier moments, and what must hold then. */
abstract class RestoreCase {
    static final String OFTEN = "--portolan.exchange.pulse=100ms";

    static final String FORM = "application/x-www-form-urlencoded";
    static final String ALIVE = "com.zaxxer.hikari.aliveBypassWindowMs";

    static BothApps apps;
    static ApplicationContext cloud;
    static Look inCloud;
    static Look inPortal;
    static Licences licences;
    static CommitJournal journal;
    static Company partner;

    @BeforeAll
    static void start() {
        // Sessions end with each backup: none is used without a look.
        System.setProperty(ALIVE, "0");
        apps = new BothApps();
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        licences = new Licences(inCloud, inPortal);
        journal = CommitJournal.begin(apps, inCloud, inPortal);
        cloud = apps.startCloud(OFTEN);
        partner = new Company(inCloud, "partner-restored", null);
        stageOne(partner);
    }

    @AfterAll
    static void stop() {
        apps.close();
        System.clearProperty(ALIVE);
    }

    /** What one test leaves refused would hold up all after it. */
    @AfterEach
    void open() {
        if (watch(cloud).standing().closed() != null) reconcile().run(true);
    }

    // ---------------------------------------------------------------------------------------------- what is done

    static AtomicReference<Backup> backupAt(String point) {
        var backup = new AtomicReference<Backup>();
        once(point, run -> backup.set(Backup.of(apps.cloudDatabase)));
        return backup;
    }

    static void once(String point, Consumer<Run> act) {
        cloud.getBean(Points.class).once(point, act);
    }

    static void restoreCloud(Backup backup) {
        apps.stopClouds();
        backup.restore();
        cloud = apps.startCloud(OFTEN);
    }

    static void restorePortal(Backup backup) {
        apps.stopPortal();
        backup.restore();
        apps.startPortal();
    }

    static Reconcile reconcile() {
        return cloud.getBean(Reconcile.class);
    }

    record Ended(int exit, List<String> lines) {}

    /** As an operator runs it: a process of its own, told by its environment. */
    static Ended command(String... options) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CloudApp.class.getName(),
                "reconcile"));
        line.addAll(List.of(options));
        var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = process.environment();
        apps.cloudArguments().forEach(argument -> {
            var parts = argument.substring(2).split("=", 2);
            environment.put(parts[0].toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'), parts[1]);
        });
        var running = process.start();
        var lines = running.inputReader().lines().toList();
        return new Ended(running.waitFor(), lines);
    }

    static RestoreWatch watch(ApplicationContext app) {
        return app.getBean(RestoreWatch.class);
    }

    static Optional<Report.Line> line(Report report, Company company) {
        return report.lines().stream()
                .filter(line -> line.company().equals(company.id))
                .findFirst();
    }

    static Company customer(String name) {
        var customer = new Company(inCloud, name + "-restored", partner);
        stageOne(customer);
        return customer;
    }

    static void stageOne(Company company) {
        new Orders(cloud).stageOne(partner, company, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(company.id)));
    }

    static void order(Company customer) {
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
    }

    static void transfer(Company customer, String end) {
        order(customer);
        BothApps.await(end, () -> end.equals(inCloud.state(customer.id)));
    }

    static void useInTheCloud(Company customer, int times) {
        var desk = cloud.getBean(dev.portolan.cloud.licence.Licences.class);
        for (int i = 0; i < times; i++) {
            var command = new dev.portolan.cloud.licence.ReserveCommand(
                    Company.PRODUCT, Quantity.ONE, Ids.next(), Ids.next(), customer.manager);
            var reservation = desk.reserve(customer.companyId(), command).id();
            desk.consume(customer.companyId(), reservation, Ids.next(), customer.manager);
        }
    }

    // ---------------------------------------------------------------------------------------------- what must hold

    static void requireRefused(Company customer, Closed here, Closed there) {
        BothApps.await("both refuse writes", () -> closed(inCloud, here) && closed(inPortal, there));
        refuses("http://127.0.0.1:" + cloud.getEnvironment().getProperty("local.server.port") + "/tastes", FORM);
        refuses("http://127.0.0.1:" + apps.portalPort + "/v1/client/enrolments");
        assertThatThrownBy(() -> useInTheCloud(customer, 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isIn("restored", "account_read_only", "account_frozen"));
    }

    static boolean closed(Look look, Closed why) {
        return why.name().equals(look.text("select closed from restore_watch"));
    }

    static void refuses(String url, String... headers) {
        try (var http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var body = new StringBuilder("{}");
            if (headers.length > 0) {
                var page = http.send(
                        HttpRequest.newBuilder(URI.create(url).resolve("/sign-in"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                var token =
                        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
                assertThat(token.find()).as("reading goes on").isTrue();
                body.replace(0, 2, "_csrf=" + token.group(1));
            }
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", headers.length > 0 ? headers[0] : "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(url + " " + answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"restored\"");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void requireOpen() {
        BothApps.await(
                "both take writes",
                () -> List.of(inCloud, inPortal).stream()
                        .allMatch(look -> look.text("select closed from restore_watch") == null));
        awaitPulses();
        for (var look : List.of(inCloud, inPortal))
            assertThat(look.text("select closed from restore_watch")).isNull();
    }

    /** Until the other side has heard of this moment: what was written since its last pulse, nobody can miss. */
    static void awaitPulses() {
        long number = pulses();
        BothApps.await("some pulses", () -> pulses() > number + 2);
    }

    static long pulses() {
        return inCloud.count("select number from restore_watch");
    }

    static void requirePromises(Company customer) {
        licences.requireConserved(customer.id);
        journal.requireBalancedNow(customer.id);
    }

    static String freeze(Company customer) {
        return inCloud.text("select state from company_freeze where company_id = ?", customer.id);
    }

    static long reportsInPortal(Company customer) {
        return inPortal.count("select count(*) from report where tenant_id = ?", customer.id);
    }
}
