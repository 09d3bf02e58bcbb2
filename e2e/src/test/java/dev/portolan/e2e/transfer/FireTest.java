package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.migration.Run;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;

/**
 * A cut-over under fire: erasure clients reserve, consume, release and report on one company through two nodes of the Cloud,
 * and through the Portal afterwards, while it is transferred. What was acknowledged is found once, nothing else is, and the
 * balances add up. {@code -Dportolan.fire.pause=0} makes it as hot as the machine can, {@code -Dportolan.fire.clients} and
 * {@code -Dportolan.fire.writes} make it larger.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("proof")
class FireTest {
    private static final int CLIENTS = Integer.getInteger("portolan.fire.clients", 200);
    /** To be acknowledged before the transfer is ordered, and again after it. */
    private static final int WRITES = Integer.getInteger("portolan.fire.writes", 300);

    private static final int HISTORY = 200;
    private static final Duration PROMISED = Duration.ofSeconds(30);
    /** As shipped; the other tests are in a hurry. */
    private static final String HEARTBEAT = "--db-scheduler.heartbeat-interval=2s";

    private static final String POLLING = "--db-scheduler.polling-interval=1s";

    private static BothApps apps;
    private static Look inCloud;
    private static Look inPortal;
    private static Company partner;
    private static Company customer;
    private static Company doomed;
    private static Company returning;
    private static CloudNode worker;
    private static ApplicationContext other;
    private static volatile boolean leftToTheWorker;

    @BeforeAll
    static void start() throws IOException {
        apps = new BothApps();
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        partner = new Company(inCloud, "partner", null);
        customer = new Company(inCloud, "customer", partner);
        doomed = new Company(inCloud, "doomed", partner);
        returning = new Company(inCloud, "returning", partner);
        for (var company : List.of(customer, doomed, returning)) FireGround.mayErase(company, inCloud);
        worker = new CloudNode(apps, "licences-left", doomed, HEARTBEAT, POLLING);
        // It begins nothing by itself, so that it is known which node is to be killed; it takes over what another
        // leaves.
        other = apps.startCloud("--portolan.migration.parallel-runs=0", HEARTBEAT, POLLING);
        for (var company : List.of(partner, customer, doomed, returning)) {
            new Orders(other).stageOne(partner, company, SetUpOptions.DEFAULT);
            stands(company, "STAGE_ONE_COMPLETED");
        }
    }

    @AfterAll
    static void stop() {
        worker.close();
        apps.close();
    }

    @Test
    @Order(1)
    void clients_erase_on_while_their_company_is_transferred() throws InterruptedException {
        try (var ground = ground(customer)) {
            var acknowledged = ground.light(CLIENTS, 7);
            ground.burn(WRITES);
            transfer(customer);
            stands(customer, "MIGRATION_COMPLETED");
            ground.burn(WRITES);
            ground.out();

            requireEverythingOnce(customer, acknowledged);
        }
    }

    @Test
    @Order(2)
    void clients_reserve_release_and_report_on_while_the_transfer_is_undone() throws InterruptedException {
        try (var ground = ground(returning)) {
            UndoCase.withoutTrials(returning, inPortal);
            transfer(returning);
            stands(returning, "MIGRATION_COMPLETED");
            var acknowledged = ground.lightInPortal(CLIENTS, 11);
            ground.burn(WRITES);
            new Orders(other).undo(partner, returning);
            stands(returning, "STAGE_ONE_COMPLETED");
            ground.burn(WRITES);
            ground.out();

            acknowledged.requireOnlyGoodAnswers();
            acknowledged.requireReportsBack(inCloud, inPortal, returning.id, HISTORY);
            acknowledged.requireLicences(inCloud, inPortal, inCloud, "company_id", returning);
            new Licences(inCloud, inPortal).requireConserved(returning.id);
        }
    }

    @Test
    @Order(3)
    void clients_of_two_nodes_erase_on_while_one_is_killed_under_the_freeze_and_the_other_takes_over_in_time()
            throws Exception {
        try (var ground = ground(doomed)) {
            var acknowledged = ground.light(CLIENTS, 13);
            ground.burn(WRITES);
            leftToTheWorker = true;
            transfer(doomed);
            BothApps.await("licences have left, " + inCloud.runs(), FireTest::licencesHaveLeft);
            var taken = kill();
            ground.leave(worker.port);
            worker = new CloudNode(apps, "nowhere", doomed, HEARTBEAT, POLLING);
            stands(doomed, "MIGRATION_COMPLETED");
            ground.burn(WRITES);
            ground.out();

            assertThat(taken).isLessThan(PROMISED);
            assertThat(acknowledged.cuts())
                    .as("connections were cut: " + acknowledged)
                    .isPositive();
            requireEverythingOnce(doomed, acknowledged);
        }
    }

    /** How long nobody worked on the run. */
    private static Duration kill() {
        long epoch = epoch();
        leftToTheWorker = false;
        worker.kill();
        var at = Instant.now();
        BothApps.await("the other node takes over", () -> epoch() > epoch);
        return Duration.between(at, Instant.now());
    }

    /** Any node may carry out what another has begun. Here it is to be the one that is killed, so this one fails until then. */
    private static void leaveToTheWorker(Run run) {
        if (leftToTheWorker && run.subject().equals(doomed.companyId()))
            throw new AssertionError("left to the other node");
    }

    private static FireGround ground(Company company) {
        company.reports(HISTORY, 2);
        var ground = new FireGround(apps, company, inCloud);
        ground.join(worker.port);
        ground.join(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        return ground;
    }

    private static void transfer(Company company) {
        new Orders(other).stageTwo(partner, company, ReportScope.TWELVE_MONTHS);
    }

    private static boolean licencesHaveLeft() {
        return inCloud.count(
                        "select count(*) from ledger_entry where company_id = ? and kind = 'TRANSFER_OUT'", doomed.id)
                > 0;
    }

    private static long epoch() {
        return inCloud.count("select epoch from migration_run where plan = 'stage-two' and subject_id = ?", doomed.id);
    }

    private static void requireEverythingOnce(Company company, Acknowledged acknowledged) {
        acknowledged.requireOnlyGoodAnswers();
        acknowledged.requireReports(inPortal, "tenant_id", company.id, HISTORY);
        acknowledged.requireLicences(inCloud, inPortal, inPortal, "tenant_id", company);
        new Licences(inCloud, inPortal).requireConserved(company.id);
    }

    private static void stands(Company company, String state) {
        try {
            BothApps.await(state, () -> state.equals(inCloud.state(company.id)));
        } catch (AssertionError late) {
            throw new AssertionError(
                    inCloud.state(company.id) + " " + inCloud.runs() + "\n" + worker.lastWords(), late);
        }
    }
}
