package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.TransferTry;
import dev.portolan.migration.Runs;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stage two as it fails: what is lost, changed or refused on its way, and what comes of it. */
class TransferFaultTest extends TransferCase {

    @Test
    void what_a_writer_commits_across_a_batch_and_the_freeze_is_moved() throws Exception {
        var customer = customer("writer");
        customer.reports(5, 3);
        var document = Ids.next();
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var writer = Thread.ofVirtual()
                .start(() -> cloud.getBean(Tenancy.class).run(customer.companyId(), () -> {
                    cloud.getBean(Freeze.class).share(customer.companyId());
                    cloud.getBean(JdbcClient.class)
                            .sql(Company.reportSql())
                            .params(customer.reportRow(document, "<late/>", 3))
                            .update();
                    written.countDown();
                    join(commit);
                }));
        written.await();
        points.once("before:freeze", run -> {
            assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                    .isEqualTo(5);
            Thread.ofVirtual().start(() -> {
                BothApps.await("the freeze waits for the writer", () -> inCloud.count("""
                                select count(*) from pg_locks
                                where not granted and locktype = 'advisory' and mode = 'ExclusiveLock'
                                """) > 0);
                commit.countDown();
            });
        });
        transfer(customer, "MIGRATION_COMPLETED");
        writer.join();

        requireSameReports(customer, 6);
        assertThat(inPortal.count("select count(*) from report where document_id = ?", document))
                .isOne();
    }

    @Test
    void an_activation_whose_answer_is_lost_goes_on_by_the_outcome() {
        var customer = customer("lost");
        customer.reports(3, 1);
        points.once("before:activate", run -> wire.swallowNextAnswer());
        transfer(customer, "MIGRATION_COMPLETED");

        assertThat(wire.swallowed()).isTrue();
        requireSameReports(customer, 3);
        assertThat(inPortal.count("select count(*) from transfer_outcome where tenant_id = ?", customer.id))
                .isOne();
    }

    @Test
    void a_batch_whose_answer_is_lost_stands_once() {
        var customer = customer("twice");
        customer.reports(7, 1);
        points.once("batch-read", run -> wire.swallowNextAnswer());
        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 7);
    }

    @Test
    void a_document_with_other_bytes_stops_it_before_the_freeze_and_the_account_works_on() {
        var customer = customer("other");
        customer.reports(4, 1);
        copyOneToPortal(customer, "sha256('x')");
        transfer(customer, "STAGE_TWO_FAILED");

        assertThat(inCloud.reason(customer.id)).isEqualTo("document_conflict");
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(inCloud.count(
                        "select count(*) from ledger_entry where company_id = ? and kind = 'TRANSFER_OUT'",
                        customer.id))
                .isZero();
    }

    @Test
    void a_fault_under_the_freeze_gives_everything_back_and_ordered_again_it_goes_through() {
        var customer = customer("again");
        customer.reports(5, 1);
        var reservation = customer.reserve(BigDecimal.TWO);
        points.once("before:rest-proof", run -> {
            throw new dev.portolan.migration.Refused("proof_mismatch", "test");
        });
        transfer(customer, "STAGE_TWO_FAILED");
        assertThat(inCloud.reason(customer.id)).isEqualTo("proof_mismatch");
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(licences.usableHere(customer.id)).isEqualByComparingTo("100");
        assertThat(inCloud.text("select state from reservation where reservation_id = ?", reservation))
                .isEqualTo("OPEN");
        assertThat(seenInPortal(customer, "report")).isZero();

        inCloud.jdbc
                .sql("delete from report where report_id = (select max(report_id) from report where company_id = ?)")
                .params(customer.id)
                .update();
        customer.reports(2, 1);
        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 6);
        assertThat(inPortal.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool))
                .isEqualTo("98.0000/2.0000");
        licences.requireConserved(customer.id);
    }

    @Test
    void a_report_changed_in_the_portal_behind_its_back_is_found_by_the_proof() {
        var customer = customer("tampered");
        customer.reports(3, 1);
        points.once(
                "before:history-proof",
                run -> inPortal.jdbc
                        .sql(
                                "update report set body = (select body from report r where r.tenant_id = ? order by report_id limit 1) where tenant_id = ?")
                        .params(customer.id, customer.id)
                        .update());
        transfer(customer, "STAGE_TWO_FAILED");
        assertThat(inCloud.reason(customer.id)).isEqualTo("proof_mismatch");
    }

    @Test
    void a_difference_found_after_the_activation_is_never_shown_as_completed_until_the_operator_has_mended_it() {
        var customer = customer("proof");
        customer.reports(3, 1);
        points.once("before:final-proof", run -> move("report", "report_aside", customer));
        inPortal.jdbc
                .sql("create table if not exists report_aside (like report)")
                .update();
        transfer(customer, "PROOF_FAILED");
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");

        move("report_aside", "report", customer);
        // The status says so a commit before the run stands.
        BothApps.await(
                "the run goes on",
                () -> cloud.getBean(Runs.class).resume(partner.companyId(), "stage-two", customer.companyId()));
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
    }

    @Test
    void a_stale_epoch_and_a_decided_transfer_are_refused() {
        var customer = customer("stale");
        transfer(customer, "MIGRATION_COMPLETED");
        var portal = cloud.getBean(TransferPortal.class);
        var transfer = UUID.fromString(
                inPortal.text("select transfer_id::text from transfer where tenant_id = ?", customer.id));
        var other = Ids.next();
        portal.open(new TransferTry(customer.id, other, 5));
        refused("stale_epoch", () -> portal.activate(new TransferTry(customer.id, other, 4)));
        refused("not_opened", () -> portal.activate(new TransferTry(customer.id, other, 6)));
        refused("not_ready", () -> portal.activate(new TransferTry(customer.id, other, 5)));
        assertThat(portal.abort(new TransferTry(customer.id, transfer, 99))
                        .decision()
                        .name())
                .isEqualTo("ACTIVATED");
        assertThat(portal.abort(new TransferTry(customer.id, other, 5))
                        .decision()
                        .name())
                .isEqualTo("ABORTED");
        assertThat(portal.activate(new TransferTry(customer.id, other, 5))
                        .decision()
                        .name())
                .isEqualTo("ABORTED");
    }
}
