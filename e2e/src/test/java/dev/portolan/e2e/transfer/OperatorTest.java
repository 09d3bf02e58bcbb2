package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.web.testing.HttpBrowser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vendor's operator pauses and cancels transfers under way. */
class OperatorTest extends TransferCase {
    private static final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private static HttpBrowser operator;

    @BeforeAll
    static void people() {
        var vendor = new Company(inCloud, "vendor", null);
        run("update company set kind = 'VENDOR' where company_id = ?", vendor.id);
        run(
                "update role set rights = rights || '{UPGRADE}' where company_id = ? and predefined = 'MANAGER'",
                vendor.id);
        run("update company set parent_id = ? where company_id = ?", vendor.id, partner.id);
        sees(vendor, partner, "PARTNER", "partner");
        WizardOwner.entitle(inCloud, vendor);
        operator = WizardOwner.manager(cloud, vendor);
        OperatorTest.vendor = vendor;
    }

    private static Company vendor;

    private static void sees(Company viewer, Company other, String kind, String name) {
        run(
                "insert into managed_company (company_id, managed_id, parent_id, kind, name, created_at) values (?, ?, ?, ?, ?, now())",
                viewer.id,
                other.id,
                viewer.id,
                kind,
                name);
    }

    private static Company customerOfTheVendorToo(String name) {
        var customer = customer(name);
        sees(vendor, customer, "CUSTOMER", name);
        return customer;
    }

    @Test
    void one_transfer_is_paused_in_its_history_and_goes_on_where_it_was() {
        var customer = customerOfTheVendorToo("paused");
        customer.reports(20, 2);
        points.once("batch-sent", run -> press(run.id(), "PAUSE"));
        order(customer);
        awaits(customer, "PAUSED");
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(operator.page("/transfers?show=PAUSED").text()).contains("paused", "Let go on");
        assertThat(inCloud.state(customer.id)).isEqualTo("STAGE_TWO_IN_PROGRESS");

        press(run(customer), "RESUME");
        ends(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 20);
    }

    @Test
    void a_cancelled_transfer_leaves_nothing_in_the_portal_and_the_account_works_on() {
        var customer = customerOfTheVendorToo("cancelled");
        customer.reports(20, 2);
        customer.reserve(BigDecimal.TEN);
        points.once("after:history", run -> press(run.id(), "CANCEL"));
        order(customer);
        ends(customer, "STAGE_ONE_COMPLETED");
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isZero();
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        licences.requireConserved(customer.id);

        transfer(customer, "MIGRATION_COMPLETED");
        requireSameReports(customer, 20);
    }

    @Test
    void a_transfer_cancelled_under_the_freeze_gives_the_account_back() {
        var customer = customerOfTheVendorToo("cancelled-late");
        customer.reports(5, 2);
        points.once("licences-left", run -> press(run.id(), "CANCEL"));
        order(customer);
        ends(customer, "STAGE_ONE_COMPLETED");
        assertThat(freeze(customer)).isEqualTo("ACTIVE");
        assertThat(usableInPortal(customer)).isZero();
        licences.requireConserved(customer.id);
    }

    @Test
    void all_are_held_over_both_apps_and_go_on_where_they_were() {
        var frozen = customerOfTheVendorToo("held-frozen");
        var underWay = customerOfTheVendorToo("held-under-way");
        var later = customerOfTheVendorToo("held-later");
        for (var customer : List.of(frozen, underWay, later)) customer.reports(20, 2);
        try {
            points.once("licences-left", run -> pressForAll("HOLD"));
            order(frozen);
            ends(frozen, "MIGRATION_COMPLETED");
            pressForAll("RELEASE");

            points.once("batch-sent", run -> pressForAll("HOLD"));
            order(underWay);
            BothApps.await("all are held", () -> "true".equals(inCloud.text("select held::text from run_hold")));
            awaits(underWay, "WAITING");
            order(later);
            awaitAdmission();
            assertThat(queue(later)).isEqualTo("WAITING");
            assertThat(inPortal.count("select count(*) from transfer where tenant_id = ?", later.id))
                    .as("nothing was begun in the Portal")
                    .isZero();
            assertThat(seenInPortal(underWay, "report")).isZero();
            assertThat(List.of(freeze(underWay), freeze(later))).containsOnly("ACTIVE");
            assertThat(operator.page("/transfers").text()).contains("All are paused", "Whoever lets it go on");
        } finally {
            pressForAll("RELEASE");
        }
        for (var customer : List.of(underWay, later)) {
            ends(customer, "MIGRATION_COMPLETED");
            requireSameReports(customer, 20);
        }
    }

    /** Two rounds in which workers were given out. */
    private static void awaitAdmission() {
        var sql = "select last_success::text from scheduled_tasks where task_name = 'migration-admission'";
        for (int round = 0; round < 2; round++) {
            var before = inCloud.text(sql);
            BothApps.await("a round", () -> !Objects.equals(before, inCloud.text(sql)));
        }
    }

    private static void pressForAll(String act) {
        var answer = operator.post("/transfers", Map.of("act", act));
        if (answer.statusCode() != 302) wrong.add(act + " answered " + answer.statusCode() + " " + answer.body());
    }

    private static void order(Company customer) {
        new Orders(cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
    }

    /** A worker may press: what it was answered is looked at in the end. */
    private static void press(UUID run, String act) {
        var answer = operator.post("/transfers/" + run, Map.of("act", act));
        if (answer.statusCode() != 302) wrong.add(act + " answered " + answer.statusCode() + " " + answer.body());
    }

    @AfterEach
    void everyPressWasTaken() {
        assertThat(wrong).isEmpty();
    }

    private static void ends(Company customer, String state) {
        try {
            BothApps.await(state, () -> state.equals(inCloud.state(customer.id)));
        } catch (AssertionError late) {
            throw new AssertionError(wrong + " " + inCloud.state(customer.id) + " " + inCloud.runs(), late);
        }
    }

    private static void awaits(Company customer, String queued) {
        try {
            BothApps.await(queued, () -> queued.equals(queue(customer)));
        } catch (AssertionError late) {
            throw new AssertionError(wrong + " " + queue(customer) + " " + inCloud.runs(), late);
        }
    }

    private static UUID run(Company customer) {
        return UUID.fromString(inCloud.text(
                "select run_id::text from run_queue where plan = 'stage-two' and subject_id = ?", customer.id));
    }

    private static String queue(Company customer) {
        return inCloud.text("select state from run_queue where plan = 'stage-two' and subject_id = ?", customer.id);
    }

    private static void run(String sql, Object... parameters) {
        inCloud.jdbc.sql(sql).params(parameters).update();
    }
}
