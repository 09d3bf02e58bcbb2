package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.migration.Runs;
import dev.portolan.platform.restore.Closed;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Either database goes back to an earlier moment of a transfer. Both apps notice and refuse writes, the comparison sets right
 * what it can and says what is lost, and the promises hold over both databases.
 */
@Tag("proof")
class RestoreTest extends RestoreCase {

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
        for (var apply : List.of(false, true))
            assertThat(line(reconcile().run(apply), customer).orElseThrow().lost())
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
        awaitPulses();
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
        awaitPulses();
        restorePortal(backup);

        requireRefused(customer, Closed.PEER, Closed.BEHIND);
        var done = reconcile().run(true);
        assertThat(line(done, customer)).isEmpty();
        assertThat(done.sides().getLast()).contains("restored to about").contains("is lost");
        requireOpen();
        requirePromises(customer);
    }

    @Test
    void an_operator_asks_by_the_command_and_a_comparison_that_was_cut_off_is_run_again() throws Exception {
        var customer = customer("asked");
        customer.reports(3, 2);
        reconcile().restored();
        requireRefused(customer, Closed.ASKED, Closed.PEER);
        order(customer);
        // As if it had been killed after the Portal had opened and before the Cloud did.
        watch(apps.portal()).open(watch(cloud).standing().own());
        requireRefused(customer, Closed.ASKED, Closed.PEER);
        assertThat(inCloud.state(customer.id)).as("nothing is begun").isEqualTo("STAGE_TWO_PENDING");

        var asked = command();
        assertThat(asked.exit()).isEqualTo(3);
        assertThat(asked.lines())
                .last()
                .asString()
                .startsWith("Nothing was changed: ")
                .endsWith("run it with --apply.");
        requireRefused(customer, Closed.ASKED, Closed.PEER);
        var done = command("--apply");
        assertThat(done.exit()).as(done.lines().toString()).isZero();
        assertThat(done.lines()).last().asString().startsWith("Set right: ").endsWith("Both sides take writes again.");
        requireOpen();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
        requirePromises(customer);
    }
}
