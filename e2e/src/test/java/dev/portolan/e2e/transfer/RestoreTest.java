package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.reconcile.Reconcile;
import dev.portolan.cloud.reconcile.Report;
import dev.portolan.ledger.Quantity;
import dev.portolan.migration.Run;
import dev.portolan.migration.Runs;
import dev.portolan.platform.Ids;
import dev.portolan.platform.restore.Closed;
import dev.portolan.platform.restore.RestoreWatch;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * Either database goes back to an earlier moment of a transfer. Both apps notice and refuse writes, the comparison sets right
 * what it can and says what is lost, and the promises hold over both databases.
 */
class RestoreTest {
    private static final String OFTEN = "--portolan.exchange.pulse=100ms";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ALIVE = "com.zaxxer.hikari.aliveBypassWindowMs";

    private static BothApps apps;
    private static ApplicationContext cloud;
    private static Look inCloud;
    private static Look inPortal;
    private static Licences licences;
    private static CommitJournal journal;
    private static Company partner;

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

    @Test
    void a_cloud_from_before_the_order_of_what_the_portal_has_completed_becomes_read_only() {
        var customer = customer("before-order");
        customer.reports(5, 2);
        customer.reserve(BigDecimal.TEN);
        var backup = Backup.of(apps.cloudDatabase);
        useInTheCloud(customer, 3);
        transfer(customer, "MIGRATION_COMPLETED");
        restoreCloud(backup);

        requireRefused(customer, Closed.BEHIND, Closed.PEER);
        var asked = reconcile().run(false);
        assertThat(line(asked, customer))
                .hasValueSatisfying(line ->
                        assertThat(line.differs()).contains("Portal: activated").contains("Cloud: ACTIVE"));
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        var done = reconcile().run(true);
        assertThat(line(done, customer).orElseThrow().lost())
                .singleElement()
                .asString()
                .contains("3 of " + Company.PRODUCT + " were used");
        requireOpen();
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");
        assertThat(inCloud.state(customer.id)).isEqualTo("MIGRATION_COMPLETED");
        requirePromises(customer);
        assertThat(licences.usableHere(customer.id)).isZero();
        assertThat(reconcile().run(false).lines()).isEmpty();
    }

    @Test
    void a_cloud_from_the_middle_of_what_the_portal_has_activated_goes_on_to_the_end() {
        var customer = customer("activated");
        customer.reports(5, 2);
        customer.reserve(BigDecimal.TEN);
        var backup = backupAt("licences-left");
        transfer(customer, "MIGRATION_COMPLETED");
        // As if the Portal had not heard of the end yet.
        inPortal.jdbc
                .sql("update transfer set completed_at = null where tenant_id = ?")
                .params(customer.id)
                .update();
        restoreCloud(backup.get());

        requireRefused(customer, Closed.BEHIND, Closed.PEER);
        assertThat(freeze(customer)).isEqualTo("FROZEN");
        reconcile().run(true);
        requireOpen();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");
        TransferCase.requireSameReports(inCloud, inPortal, customer, 5);
        requirePromises(customer);
    }

    @Test
    void a_cloud_from_the_middle_of_the_copy_sends_anew_and_what_only_the_portal_has_is_kept() {
        var customer = customer("copying");
        customer.reports(4, 2);
        var backup = new AtomicReference<Backup>();
        once("before:history", run -> {
            backup.set(Backup.of(apps.cloudDatabase));
            customer.reports(2, 1);
        });
        var arrived = new CountDownLatch(1);
        once("before:freeze", run -> {
            arrived.countDown();
            cloud.getBean(Runs.class).pause(partner.companyId(), run.id(), partner.manager);
        });
        order(customer);
        TransferCase.join(arrived);
        BothApps.await("six copied", () -> reportsInPortal(customer) == 6);
        restoreCloud(backup.get());

        requireRefused(customer, Closed.BEHIND, Closed.PEER);
        var done = reconcile().run(true);
        assertThat(line(done, customer).orElseThrow().lost())
                .singleElement()
                .asString()
                .startsWith("2 reports that only the Portal has are kept");
        requireOpen();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        assertThat(reportsInPortal(customer)).isEqualTo(6);
        assertThat(inCloud.count("select count(*) from report where company_id = ?", customer.id))
                .isEqualTo(4);
        requirePromises(customer);
    }

    @Test
    void a_portal_from_before_the_activation_gives_the_account_back_and_takes_it_again() {
        var customer = customer("lost");
        customer.reports(5, 2);
        customer.reserve(BigDecimal.TEN);
        var backup = new AtomicReference<Backup>();
        once("before:activate", run -> backup.set(Backup.of(apps.portalDatabase)));
        transfer(customer, "MIGRATION_COMPLETED");
        long epoch = inCloud.count("select epoch from company_freeze where company_id = ?", customer.id);
        restorePortal(backup.get());

        requireRefused(customer, Closed.PEER, Closed.BEHIND);
        var asked = reconcile().run(false);
        assertThat(line(asked, customer).orElseThrow().differs()).contains("not activated");
        assertThat(line(asked, customer).orElseThrow().lost())
                .singleElement()
                .asString()
                .contains("come back as unused");
        reconcile().run(true);
        requireOpen();
        BothApps.await(
                "the end",
                () -> inCloud.count("select epoch from company_freeze where company_id = ?", customer.id) > epoch
                        && "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        assertThat(inPortal.text(
                        "select string_agg(outcome, ' ' order by epoch) from transfer_outcome where tenant_id = ?",
                        customer.id))
                .isEqualTo("ABORTED ACTIVATED");
        TransferCase.requireSameReports(inCloud, inPortal, customer, 5);
        requirePromises(customer);
    }

    @Test
    void a_portal_from_before_the_receipts_gets_everything_again() {
        var customer = customer("receipts");
        var backup = Backup.of(apps.portalDatabase);
        customer.reports(5, 2);
        var arrived = new CountDownLatch(1);
        once("before:freeze", run -> {
            arrived.countDown();
            cloud.getBean(Runs.class).pause(partner.companyId(), run.id(), partner.manager);
        });
        order(customer);
        TransferCase.join(arrived);
        // Noticed by the marks alone: the Portal's process lives on.
        backup.restore();

        requireRefused(customer, Closed.PEER, Closed.BEHIND);
        assertThat(reportsInPortal(customer)).isZero();
        reconcile().run(true);
        requireOpen();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        TransferCase.requireSameReports(inCloud, inPortal, customer, 5);
        requirePromises(customer);
    }

    @Test
    void a_portal_from_before_stage_one_gets_its_tenant_and_its_people_again() {
        var backup = Backup.of(apps.portalDatabase);
        var customer = customer("tenant");
        transfer(customer, "MIGRATION_COMPLETED");
        restorePortal(backup);

        requireRefused(customer, Closed.PEER, Closed.BEHIND);
        reconcile().run(true);
        requireOpen();
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.id)));
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(licences.usableHere(customer.id)).isEqualByComparingTo("100");
        requirePromises(customer);
        transfer(customer, "MIGRATION_COMPLETED");
        requirePromises(customer);
    }

    @Test
    void a_portal_from_after_the_activation_stays_as_it_is_and_the_lost_time_is_said() {
        var customer = customer("used");
        transfer(customer, "MIGRATION_COMPLETED");
        var backup = Backup.of(apps.portalDatabase);
        long number = pulses();
        BothApps.await("some pulses", () -> pulses() > number + 2);
        restorePortal(backup);

        requireRefused(customer, Closed.PEER, Closed.BEHIND);
        var done = reconcile().run(true);
        assertThat(line(done, customer)).isEmpty();
        assertThat(done.sides().getLast()).contains("restored to about").contains("is lost");
        requireOpen();
        requirePromises(customer);
    }

    @Test
    void a_comparison_that_is_cut_off_is_run_again_and_an_operator_can_ask_for_one() {
        var customer = customer("asked");
        transfer(customer, "MIGRATION_COMPLETED");
        reconcile().restored();
        requireRefused(customer, Closed.ASKED, Closed.PEER);
        // As if it had been killed after the Portal had opened and before the Cloud did.
        apps.portal().getBean(RestoreWatch.class).open(watch(cloud).standing().own());
        requireRefused(customer, Closed.ASKED, Closed.PEER);
        assertThat(reconcile().run(true).lines()).isEmpty();
        requireOpen();
    }

    // ---------------------------------------------------------------------------------------------- what is done

    private static AtomicReference<Backup> backupAt(String point) {
        var backup = new AtomicReference<Backup>();
        once(point, run -> backup.set(Backup.of(apps.cloudDatabase)));
        return backup;
    }

    private static void once(String point, Consumer<Run> act) {
        cloud.getBean(Points.class).once(point, act);
    }

    private static void restoreCloud(Backup backup) {
        apps.stopClouds();
        backup.restore();
        cloud = apps.startCloud(OFTEN);
    }

    private static void restorePortal(Backup backup) {
        apps.stopPortal();
        backup.restore();
        apps.startPortal();
    }

    private static Reconcile reconcile() {
        return cloud.getBean(Reconcile.class);
    }

    private static RestoreWatch watch(ApplicationContext app) {
        return app.getBean(RestoreWatch.class);
    }

    private static Optional<Report.Line> line(Report report, Company company) {
        return report.lines().stream()
                .filter(line -> line.company().equals(company.id))
                .findFirst();
    }

    private static Company customer(String name) {
        var customer = new Company(inCloud, name + "-restored", partner);
        stageOne(customer);
        return customer;
    }

    private static void stageOne(Company company) {
        new Orders(cloud).stageOne(partner, company, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(company.id)));
    }

    private static void order(Company customer) {
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
    }

    private static void transfer(Company customer, String end) {
        order(customer);
        BothApps.await(end, () -> end.equals(inCloud.state(customer.id)));
    }

    private static void useInTheCloud(Company customer, int times) {
        var desk = cloud.getBean(dev.portolan.cloud.licence.Licences.class);
        for (int i = 0; i < times; i++) {
            var command = new dev.portolan.cloud.licence.ReserveCommand(
                    Company.PRODUCT, Quantity.ONE, Ids.next(), Ids.next(), customer.manager);
            var reservation = desk.reserve(customer.companyId(), command).id();
            desk.consume(customer.companyId(), reservation, Ids.next(), customer.manager);
        }
    }

    // ---------------------------------------------------------------------------------------------- what must hold

    private static void requireRefused(Company customer, Closed here, Closed there) {
        BothApps.await("both refuse writes", () -> closed(inCloud, here) && closed(inPortal, there));
        refuses("http://127.0.0.1:" + cloud.getEnvironment().getProperty("local.server.port") + "/tastes", FORM);
        refuses("http://127.0.0.1:" + apps.portalPort + "/v1/client/enrolments");
        assertThatThrownBy(() -> useInTheCloud(customer, 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isIn("restored", "account_read_only", "account_frozen"));
    }

    private static boolean closed(Look look, Closed why) {
        return why.name().equals(look.text("select closed from restore_watch"));
    }

    private static void refuses(String url, String... headers) {
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

    private static void requireOpen() {
        for (var look : List.of(inCloud, inPortal))
            assertThat(look.text("select closed from restore_watch")).isNull();
        long number = pulses();
        BothApps.await("pulses go on", () -> pulses() > number + 2);
        for (var look : List.of(inCloud, inPortal))
            assertThat(look.text("select closed from restore_watch")).isNull();
    }

    private static long pulses() {
        return inCloud.count("select number from restore_watch");
    }

    private static void requirePromises(Company customer) {
        licences.requireConserved(customer.id);
        journal.requireBalancedNow(customer.id);
    }

    private static String freeze(Company customer) {
        return inCloud.text("select state from company_freeze where company_id = ?", customer.id);
    }

    private static long reportsInPortal(Company customer) {
        return inPortal.count("select count(*) from report where tenant_id = ?", customer.id);
    }
}
