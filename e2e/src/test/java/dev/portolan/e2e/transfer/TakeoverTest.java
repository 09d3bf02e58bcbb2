package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portolan.migration.Run;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** Two nodes of the Cloud: one falls silent in the middle of a transfer, the other goes on, and the first wakes up again. */
class TakeoverTest {
    private static BothApps apps;
    private static List<ApplicationContext> nodes;
    private static Look inCloud;
    private static Look inPortal;
    private static Licences licences;
    private static CommitJournal journal;
    private static Company partner;
    private Company customer;

    @BeforeAll
    static void start() {
        apps = new BothApps();
        nodes = List.of(apps.startCloud(), apps.startCloud());
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        licences = new Licences(inCloud, inPortal);
        journal = CommitJournal.begin(apps, inCloud, inPortal);
        partner = new Company(inCloud, "partner", null);
        stageOne(partner);
        for (var node : nodes)
            node.getBean(Points.class)
                    .always(run -> licences.requireConserved(run.subject().value()));
    }

    @AfterAll
    static void stop() {
        apps.close();
    }

    @BeforeEach
    void customer() {
        customer = new Company(inCloud, "customer" + UUID.randomUUID(), partner);
        stageOne(customer);
        customer.reports(20, 2);
        customer.reserve(BigDecimal.TEN);
    }

    private static void stageOne(Company company) {
        new Orders(nodes.get(0)).stageOne(partner, company, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(company.id)));
    }

    private static String ofTransfer(String column, Company customer) {
        return String.valueOf(inCloud.text(
                "select " + column + " from migration_run where plan = 'stage-two' and subject_id = ?", customer.id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch-sent",
                "after:freeze",
                "licences-left",
                "after:activating",
                "activated",
                "before:final-proof"
            })
    void another_node_takes_over_with_a_higher_epoch_and_the_first_can_write_nothing_any_more(String point)
            throws InterruptedException {
        var awake = new CountDownLatch(1);
        var sleeper = new AtomicReference<Run>();
        var refusal = new AtomicReference<Throwable>();
        var over = new CountDownLatch(1);
        for (var node : nodes)
            node.getBean(Points.class).once(point, run -> {
                if (!sleeper.compareAndSet(null, run)) return;
                join(awake);
                refusal.set(catchThrowable(() -> run.write(() -> {})));
                over.countDown();
            });
        new Orders(nodes.get(0)).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        BothApps.await("a node falls asleep", () -> sleeper.get() != null);
        long epoch = sleeper.get().epoch();
        BothApps.await("another takes over", () -> {
            inCloud.jdbc
                    .sql(
                            "update scheduled_tasks set last_heartbeat = now() - interval '1 hour' where task_name = 'migration-run' and picked")
                    .update();
            return Long.parseLong(ofTransfer("epoch", customer)) > epoch;
        });
        BothApps.await("the end, " + inCloud.runs(), () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        awake.countDown();
        over.await();

        assertThat(refusal.get()).hasMessageContaining("no longer epoch " + epoch);
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isEqualTo(20);
        assertThat(inPortal.count(
                        "select count(*) from transfer_outcome where outcome = 'ACTIVATED' and tenant_id = ?",
                        customer.id))
                .isOne();
        assertThat(inPortal.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool))
                .isEqualTo("90.0000/10.0000");
        licences.requireConserved(customer.id);
        journal.requireBalanced(customer.id);
    }

    @Test
    void a_portal_that_is_down_under_the_freeze_is_waited_for() {
        for (var node : nodes)
            node.getBean(Points.class).once("before:rest-proof", run -> {
                if (apps.portalIsUp()) apps.stopPortal();
            });
        new Orders(nodes.get(0)).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        BothApps.await("it notices", () -> "portal_unreachable".equals(ofTransfer("fault_code", customer)));
        assertThat(inCloud.text("select state from company_freeze where company_id = ?", customer.id))
                .isEqualTo("FROZEN");
        apps.startPortal();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));

        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isEqualTo(20);
        assertThat(inPortal.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool))
                .isEqualTo("90.0000/10.0000");
        licences.requireConserved(customer.id);
        journal.requireBalanced(customer.id);
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
