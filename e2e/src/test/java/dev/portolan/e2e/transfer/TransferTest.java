package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.freeze.Freeze;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferPortal;
import dev.portolan.contract.TransferTry;
import dev.portolan.migration.Runs;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stage two, as it goes and as it fails, with the promises of the transfer looked up in both databases. */
class TransferTest {
    private static BothApps apps;
    private static Wire wire;
    private static ApplicationContext cloud;
    private static Points points;
    private static Look inCloud;
    private static Look inPortal;
    private static Licences licences;
    private static Company partner;

    @BeforeAll
    static void start() {
        apps = new BothApps();
        wire = new Wire(apps.exchangePort);
        cloud = apps.startCloudAt(wire.port());
        points = cloud.getBean(Points.class);
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        licences = new Licences(inCloud, inPortal);
        partner = new Company(inCloud, "partner", null);
        new Orders(cloud).stageOne(partner, partner, SetUpOptions.DEFAULT);
        BothApps.await("the partner", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(partner.id)));
        points.always(run -> licences.requireConserved(run.subject().value()));
    }

    @AfterAll
    static void stop() {
        apps.close();
        wire.close();
    }

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
                BothApps.await(
                        "the freeze waits for the writer",
                        () -> inCloud.count("select count(*) from pg_locks where not granted") > 0);
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
        assertThat(cloud.getBean(Runs.class).resume(partner.companyId(), "stage-two", customer.companyId()))
                .isTrue();
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));
    }

    private static void move(String from, String into, Company customer) {
        inPortal.jdbc
                .sql("with gone as (delete from " + from + " where report_id = (select min(report_id::text)::uuid from "
                        + from + " where tenant_id = ?) returning *) insert into " + into + " select * from gone")
                .params(customer.id)
                .update();
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

    /** As the app's ordinary role sees it, bound to the tenant. */
    private static long usableInPortal(Company customer) {
        return apps.portal()
                .getBean(Tenancy.class)
                .within(
                        customer.companyId(),
                        () -> apps.portal()
                                .getBean(JdbcClient.class)
                                .sql(
                                        "select coalesce(sum(b.remaining + b.reserved), 0)::bigint from licence_balance b join licence_pool p using (tenant_id, pool_id) where p.kind = 'OWN'")
                                .query(Long.class)
                                .single());
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

    private static void refused(String code, Runnable message) {
        Assertions.assertThatThrownBy(message::run)
                .isInstanceOfSatisfying(
                        PortalRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Company customer(String name) {
        var customer = new Company(inCloud, name, partner);
        new Orders(cloud).stageOne(partner, customer, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.id)));
        return customer;
    }

    private static void transfer(Company customer, String end) {
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        try {
            BothApps.await(end, () -> end.equals(inCloud.state(customer.id)));
        } catch (AssertionError late) {
            throw new AssertionError(inCloud.state(customer.id) + " " + inCloud.runs(), late);
        }
    }

    private static String freeze(Company customer) {
        return inCloud.text("select state from company_freeze where company_id = ?", customer.id);
    }

    /** Digests computed by the database over what the Portal stores, against what the Cloud stores. */
    private static void requireSameReports(Company customer, int expected) {
        var sql =
                "select count(*) || ':' || md5(string_agg(document_id::text || encode(sha256(body), 'hex') || encode(received_entry, 'hex') || received_at || fields::text, ',' order by document_id)) from report where ";
        var here = inCloud.text(sql + "company_id = ? and received_at >= now() - interval '370 days'", customer.id);
        var there = inPortal.text(sql + "tenant_id = ?", customer.id);
        assertThat(there).startsWith(expected + ":").isEqualTo(here);
    }

    private static long seenInPortal(Company customer, String table) {
        return apps.portal()
                .getBean(Tenancy.class)
                .within(
                        customer.companyId(),
                        () -> apps.portal()
                                .getBean(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single());
    }

    private static void copyOneToPortal(Company customer, String digest) {
        var row = inCloud.jdbc
                .sql(
                        "select document_id, digest, size, body, received_entry, received_at, fields::text as fields from report where company_id = ? limit 1")
                .params(customer.id)
                .query()
                .singleRow();
        inPortal.jdbc
                .sql(
                        "insert into report (tenant_id, report_id, document_id, received_at, kind, product, product_version, state, signature_state, cover, digest, size, body, received_entry, fields) select ?, ?, ?, ?, 'COMPUTER', 'p', '1', 'ERASED', 'VERIFIED', 'NONE', "
                                + (digest.equals("digest")
                                        ? "cast(? as bytea)"
                                        : "sha256(cast(? as bytea) || 'x'::bytea)")
                                + ", ?, ?, ?, cast(? as jsonb)")
                .params(
                        customer.id,
                        Ids.next(),
                        row.get("document_id"),
                        row.get("received_at"),
                        row.get("digest"),
                        row.get("size"),
                        row.get("body"),
                        row.get("received_entry"),
                        row.get("fields"))
                .update();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
