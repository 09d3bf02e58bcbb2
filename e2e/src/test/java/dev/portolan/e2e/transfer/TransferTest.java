package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stage two as it goes, with the promises of the transfer looked up in both databases. */
class TransferTest extends TransferCase {

    @Test
    void reports_of_twelve_months_workflows_licences_and_reservations_move_and_the_account_is_read_only() {
        var customer = customer("whole");
        customer.reports(4_500, 20);
        customer.reports(3, 400);
        var reservation = customer.reserve(new BigDecimal("1.5"));
        transfer(customer, "MIGRATION_COMPLETED");

        requireSameReports(customer, 4_500);
        assertThat(inPortal.count("select count(*) from report_serial where tenant_id = ?", customer.id))
                .isEqualTo(4_500);
        assertThat(inPortal.text(
                        "select state from reservation where tenant_id = ? and reservation_id = ?",
                        customer.id,
                        reservation))
                .isEqualTo("OPEN");
        assertThat(inPortal.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool))
                .isEqualTo("98.5000/1.5000");
        assertThat(inPortal.text("select default_workflow_id::text from tenant where tenant_id = ?", customer.id))
                .isEqualTo(customer.workflow.toString());
        assertThat(inPortal.text("select migration from managed_tenant where managed_id = ?", customer.id))
                .isEqualTo("COMPLETED");
        assertThat(licences.usableHere(customer.id)).isZero();
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");
        var progress = new Orders(cloud).progress(partner, customer);
        assertThat(progress.phase()).isEqualTo(Progress.Phase.DONE);
        assertThat(progress.reportsCopied()).isEqualTo(4_500).isEqualTo(progress.reportsTotal());
        BothApps.await(
                "invitations and the notice",
                () -> apps.mail.getReceivedMessagesForDomain("whole.example").length == 3);
    }

    @Test
    void nothing_of_a_transfer_is_seen_before_it_is_activated() {
        var customer = customer("hidden");
        customer.reports(10, 1);
        points.once("before:activate", run -> {
            assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                    .isEqualTo(10);
            assertThat(seenInPortal(customer, "report")).isZero();
            assertThat(seenInPortal(customer, "workflow")).isZero();
            assertThat(seenInPortal(customer, "licence_pool")).isOne();
        });
        transfer(customer, "MIGRATION_COMPLETED");
        assertThat(seenInPortal(customer, "report")).isEqualTo(10);
        assertThat(seenInPortal(customer, "licence_pool")).isEqualTo(2);
    }

    @Test
    void reports_that_stand_there_already_with_the_same_bytes_count_as_moved() {
        var customer = customer("same");
        customer.reports(4, 1);
        copyOneToPortal(customer, "digest");
        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 4);
        assertThat(inPortal.count(
                        "select count(*) from report where tenant_id = ? and transfer_id is null", customer.id))
                .isOne();
    }

    @Test
    void at_no_moment_is_a_licence_usable_on_both_sides() throws InterruptedException {
        var customer = customer("sampled");
        customer.reports(50, 1);
        customer.reserve(BigDecimal.TEN);
        var over = new AtomicBoolean();
        var both = new AtomicReference<@Nullable String>();
        var samples = new AtomicLong();
        var sampler = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                long there = usableInPortal(customer); // first: what is usable there never comes back here
                var here = licences.usableHere(customer.id);
                if (there > 0 && here.signum() > 0) both.set(there + " and " + here);
                samples.incrementAndGet();
            }
        });
        transfer(customer, "MIGRATION_COMPLETED");
        over.set(true);
        sampler.join();
        assertThat(samples.get()).isGreaterThan(20);
        assertThat(both.get()).isNull();
        assertThat(usableInPortal(customer)).isEqualTo(100);
    }

    @Test
    void whoever_joined_since_stage_one_is_invited_and_whoever_left_is_barred() {
        var customer = customer("people");
        inCloud.jdbc
                .sql("update app_user set disabled = true where email = ?")
                .params(customer.email("auditor"))
                .update();
        inCloud.jdbc
                .sql("update app_user set disabled = false where email = ?")
                .params(customer.email("gone"))
                .update();
        transfer(customer, "MIGRATION_COMPLETED");
        assertThat(inPortal.text("select disabled::text from app_user where email = ?", customer.email("auditor")))
                .isEqualTo("true");
        assertThat(inPortal.count(
                        "select count(*) from invitation i join app_user u using (tenant_id, user_id) where u.email = ?",
                        customer.email("gone")))
                .isOne();
    }

    @Test
    void the_partners_own_transfer_may_leave_its_reports_behind() {
        partner.reports(3, 5);
        new Orders(cloud).stageTwo(partner, partner, ReportScope.NONE);
        BothApps.await("own transfer", () -> "MIGRATION_COMPLETED".equals(inCloud.state(partner.id)));
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", partner.id))
                .isZero();
        assertThat(inPortal.count("select count(*) from licence_pool where tenant_id = ? and kind = 'OWN'", partner.id))
                .isOne();
    }
}
