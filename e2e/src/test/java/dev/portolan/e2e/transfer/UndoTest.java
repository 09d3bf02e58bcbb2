package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.certificate.PinnedKey;
import dev.portolan.certificate.Verifier;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.upgrade.certificate.Certificates;
import dev.portolan.web.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transfer taken back: everything is in the Cloud again as it was, nothing is lost, and it can be transferred anew. */
class UndoTest extends UndoCase {

    @Test
    void a_customer_comes_back_with_all_it_had_and_can_be_transferred_another_time() {
        var customer = moved("back", 2_300);
        var open = customer.reserve(BigDecimal.TEN);
        var released = customer.reserve(BigDecimal.TWO);
        transfer(customer, "MIGRATION_COMPLETED");
        apps.portal().getBean(dev.portolan.portal.licence.Licences.class).release(customer.companyId(), released, null);
        var made = reserveThere(customer);
        var uncovered = reportThere(customer);

        undo(customer, "STAGE_ONE_COMPLETED");

        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(balanceHere(customer)).isEqualTo("89.0000/11.0000");
        assertThat(stateHere(open)).isEqualTo("OPEN");
        assertThat(stateHere(released)).isEqualTo("RELEASED");
        assertThat(stateHere(made)).isEqualTo("OPEN");
        assertThat(inCloud.count("select count(*) from report where document_id = ?", uncovered))
                .as("what the Portal had received itself is in the Cloud too")
                .isOne();
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .as("and stays in the Portal; what the transfer had brought is gone")
                .isOne();
        assertThat(seenInPortal(customer, "licence_pool")).as("the trial pool").isOne();
        assertThat(seenInPortal(customer, "workflow")).isZero();
        assertThat(inPortal.text("select migration from managed_tenant where managed_id = ?", customer.id))
                .isEqualTo("STAGE_ONE");
        assertThat(tenantFreeze(customer)).isEqualTo("ACTIVE");
        licences.requireConserved(customer.id);
        certificateIsTakenBack(customer);

        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 2_301);
        assertThat(usableInPortal(customer)).isEqualTo(100);
        assertThat(cloud.getBean(Certificates.class)
                        .newest(customer.companyId())
                        .orElseThrow()
                        .revokes())
                .as("the second transfer has a certificate of its own")
                .isNull();
        assertThat(consumeThere(customer, made))
                .as("it covers its report still")
                .isTrue();
        licences.requireConserved(customer.id);
    }

    @Test
    void what_has_changed_between_two_transfers_arrives_exactly() {
        var customer = moved("changed", 40);
        transfer(customer, "MIGRATION_COMPLETED");
        var since = reportThere(customer);
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(inCloud.text(
                        "select string_agg(s.serial, ',' order by s.serial) from report_serial s join report using (company_id, report_id) where document_id = ?",
                        since))
                .as("it is found here by the same serial numbers")
                .isEqualTo(inPortal.text(
                        "select string_agg(s.serial, ',' order by s.serial) from report_serial s join report using (tenant_id, report_id) where document_id = ?",
                        since));

        change(customer);
        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 40 + 1 - 3 + 4);

        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isOne();
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 40 + 1 - 3 + 4);
        licences.requireConserved(customer.id);
    }

    /** Some are gone, some have other bytes, some are new. */
    private static void change(Company customer) {
        inCloud.jdbc.sql("""
                delete from report where company_id = :company and report_id in (
                  select report_id from report where company_id = :company and received_at < now() - interval '1 day'
                  order by report_id limit 3)
                """).param("company", customer.id).update();
        var bytes = "<root>other</root>".getBytes(StandardCharsets.UTF_8);
        inCloud.jdbc
                .sql("""
                update report set body = :body, digest = :digest, size = :size
                where company_id = :company and report_id in (
                  select report_id from report where company_id = :company and received_at < now() - interval '1 day'
                  order by report_id limit 5)
                """)
                .param("body", ReportBody.compress(bytes).compressed())
                .param("digest", Sha256.of(bytes).bytes())
                .param("size", bytes.length)
                .param("company", customer.id)
                .update();
        customer.reports(4, 1);
    }

    /** By a signed successor, on both sides. */
    private static void certificateIsTakenBack(Company customer) {
        var certificates = cloud.getBean(Certificates.class);
        var revoked = certificates.newest(customer.companyId()).orElseThrow();
        assertThat(revoked.revokes()).isNotNull();
        var verifier = new Verifier(PinnedKey.of(certificates.fingerprint()));
        assertThatThrownBy(() -> verifier.verify(certificates.json(revoked))).hasMessage("REVOKED");
        var there = apps.portal().getBean(dev.portolan.portal.certificate.Certificates.class);
        var kept = there.newest(customer.companyId()).orElseThrow();
        assertThat(kept.revokes()).isEqualTo(revoked.revokes());
        assertThatThrownBy(() -> verifier.verify(there.json(kept))).hasMessage("REVOKED");
    }

    @Test
    void after_the_first_consumption_it_is_refused_and_the_transfer_stands() {
        var customer = moved("used", 5);
        var reservation = customer.reserve(BigDecimal.ONE);
        transfer(customer, "MIGRATION_COMPLETED");
        assertThat(consumeThere(customer, reservation)).isTrue();

        undo(customer, "MIGRATION_COMPLETED");
        assertThat(inCloud.reason(customer.id)).isEqualTo("undo_consumed");
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");
        assertThat(tenantFreeze(customer)).isEqualTo("ACTIVE");
        assertThat(usableInPortal(customer)).isEqualTo(99);
        licences.requireConserved(customer.id);
    }

    @Test
    void a_consumption_under_way_when_the_undo_begins_is_waited_for_and_wins() throws InterruptedException {
        var customer = moved("race", 3);
        var reservation = customer.reserve(BigDecimal.ONE);
        transfer(customer, "MIGRATION_COMPLETED");
        var consumed = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var client = Thread.ofVirtual()
                .start(() -> apps.portal().getBean(Tenancy.class).run(customer.companyId(), () -> {
                    consumeThere(customer, reservation);
                    consumed.countDown();
                    join(commit);
                }));
        consumed.await();
        order(customer);
        BothApps.await(
                "the undo waits for the consumption",
                () -> inPortal.count("select count(*) from pg_locks where not granted") > 0);
        commit.countDown();
        client.join();
        ends(customer, "MIGRATION_COMPLETED");
        assertThat(inCloud.reason(customer.id)).isEqualTo("undo_consumed");
        licences.requireConserved(customer.id);
    }

    @Test
    void a_consumption_that_comes_while_the_undo_goes_on_is_put_off_and_covered_in_the_cloud() {
        var customer = moved("late", 3);
        var reservation = customer.reserve(BigDecimal.ONE);
        transfer(customer, "MIGRATION_COMPLETED");
        var refusal = new AtomicReference<Throwable>();
        points.once("after:undo-freeze", run -> {
            try {
                consumeThere(customer, reservation);
            } catch (Refusal later) {
                refusal.set(later);
            }
        });
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(refusal.get()).hasMessageContaining("tenant_frozen");
        assertThat(cloud.getBean(Tenancy.class)
                        .within(
                                customer.companyId(),
                                () -> cloud.getBean(dev.portolan.cloud.licence.Licences.class)
                                        .consume(customer.companyId(), reservation, Ids.next(), customer.manager)))
                .isTrue();
        licences.requireConserved(customer.id);
    }

    @Test
    void at_no_moment_is_a_licence_usable_on_both_sides() throws InterruptedException {
        var customer = moved("both", 50);
        transfer(customer, "MIGRATION_COMPLETED");
        var over = new AtomicBoolean();
        var both = new AtomicReference<String>();
        var sampler = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                var here = licences.usableHere(customer.id); // first: what came back is not usable there any more
                long there = usableInPortal(customer);
                if (there > 0 && here.signum() > 0) both.set(there + " and " + here);
            }
        });
        undo(customer, "STAGE_ONE_COMPLETED");
        over.set(true);
        sampler.join();
        assertThat(both.get()).isNull();
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
    }

    @Test
    void licences_granted_since_go_back_to_whoever_granted_them() {
        var customer = moved("granted", 1);
        transfer(customer, "MIGRATION_COMPLETED");
        var pool = Ids.next();
        grant(customer, pool, 7);
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
        assertThat(inPortal.text("select remaining::text from licence_balance where pool_id = ?", pool))
                .isEqualTo("50.0000");
        licences.requireConserved(customer.id);
    }

    /** The partner has 50 in a pool of its own and gives some of them on, into the pool that has moved. */
    private static void grant(Company customer, UUID pool, int quantity) {
        var jdbc = inPortal.jdbc;
        jdbc.sql("insert into licence_pool values (?, ?, ?, 'Own', 'OWN', null, null, now())")
                .params(partner.id, pool, Company.PRODUCT)
                .update();
        jdbc.sql("insert into licence_balance values (?, ?, ?, 0)")
                .params(partner.id, pool, 50 - quantity)
                .update();
        entry(jdbc, partner, pool, "GRANT_IN", 50, null);
        entry(jdbc, partner, pool, "GRANT_OUT", quantity, customer.id);
        jdbc.sql("""
                with entry as (insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, counterpart_id, at)
                               values (:tenant, :entry, :pool, 'GRANT_IN', :quantity, :grantor, now()))
                update licence_balance set remaining = remaining + :quantity where pool_id = :pool
                """)
                .param("tenant", customer.id)
                .param("entry", Ids.next())
                .param("pool", customer.pool)
                .param("quantity", quantity)
                .param("grantor", partner.id)
                .update();
    }

    private static void entry(JdbcClient jdbc, Company of, UUID pool, String kind, int quantity, UUID counterpart) {
        jdbc.sql(
                        "insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, counterpart_id, at) values (?, ?, ?, ?, ?, ?, now())")
                .params(of.id, Ids.next(), pool, kind, quantity, counterpart)
                .update();
    }

    @Test
    void nobody_erases_on_either_side_while_it_is_frozen() {
        var customer = moved("frozen", 2);
        var reservation = customer.reserve(BigDecimal.ONE);
        transfer(customer, "MIGRATION_COMPLETED");
        points.once("undo-committed", run -> {
            assertThatThrownBy(() -> reserveThere(customer)).hasMessageContaining("tenant_frozen");
            assertThatThrownBy(() -> reportThere(customer)).hasMessageContaining("tenant_frozen");
            assertThatThrownBy(() -> consumeThere(customer, reservation)).hasMessageContaining("tenant_frozen");
            assertThat(tenantFreeze(customer)).isEqualTo("UNDOING");
        });
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(tenantFreeze(customer)).isEqualTo("ACTIVE");
    }
}
