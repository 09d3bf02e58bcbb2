package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.migration.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An undo as it fails: it ends in one of two states, and everything is on one side. */
@Tag("proof")
class UndoFaultTest extends UndoCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undo-page-proved",
                "before:undo-freeze",
                "after:undo-freeze",
                "undo-leaving",
                "after:undo-leave",
                "undo-committed"
            })
    void a_fault_before_it_is_decided_leaves_the_transfer_as_it_was(String point) {
        var customer = moved("fault" + Math.abs(point.hashCode()), 3);
        customer.reserve(BigDecimal.TWO);
        transfer(customer, "MIGRATION_COMPLETED");
        points.once(point, run -> {
            throw new Refused("unexpected");
        });
        undo(customer, "MIGRATION_COMPLETED");
        assertThat(freeze(customer)).isEqualTo("READ_ONLY");
        assertThat(tenantFreeze(customer)).isEqualTo("ACTIVE");
        assertThat(usableInPortal(customer)).isEqualTo(100);
        assertThat(licences.usableHere(customer.id)).isZero();
        licences.requireConserved(customer.id);

        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(balanceHere(customer)).isEqualTo("98.0000/2.0000");
        licences.requireConserved(customer.id);
    }

    @Test
    void workers_that_die_at_each_commit_of_one_undo_are_followed_by_others_that_end_it() {
        var customer = moved("dies", 3);
        customer.reserve(BigDecimal.TWO);
        transfer(customer, "MIGRATION_COMPLETED");
        reportThere(customer);
        var points = List.of(
                "after:undo-start",
                "undo-page-proved",
                "after:undo-freeze",
                "undo-leaving",
                "after:undo-leave",
                "undo-committed",
                "undo-decided",
                "undo-settled",
                "undo-reports-kept",
                "undo-cleared",
                "undo-certificate-revoked",
                "after:undo-done");
        var died = ConcurrentHashMap.<String>newKeySet();
        for (var point : points)
            UndoCase.points.once(point, run -> {
                died.add(point);
                throw new IllegalStateException("died at " + point);
            });
        undo(customer, "STAGE_ONE_COMPLETED");
        BothApps.await("each point", () -> died.containsAll(points));
        assertThat(balanceHere(customer)).isEqualTo("98.0000/2.0000");
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isOne();
        assertThat(inCloud.count("select count(*) from report where company_id = ?", customer.id))
                .isEqualTo(4);
        assertThat(inCloud.count(
                        "select count(*) from undo_outcome where company_id = ? and outcome = 'UNDONE'", customer.id))
                .isOne();
        licences.requireConserved(customer.id);
    }

    @Test
    void answers_that_are_lost_are_asked_for_again() {
        var customer = moved("lost", 3);
        transfer(customer, "MIGRATION_COMPLETED");
        reportThere(customer);
        for (var message : List.of("freeze", "leave", "decide", "settle", "reports", "clear", "certificate"))
            points.once("before:undo-" + message, run -> wire.swallowNextAnswer());
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(wire.swallowed()).isTrue();
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isOne();
        licences.requireConserved(customer.id);
    }

    @Test
    void a_freeze_whose_lease_ends_gives_the_tenant_back_by_itself() {
        var customer = moved("lease", 3);
        transfer(customer, "MIGRATION_COMPLETED");
        points.once("after:undo-leave", run -> {
            inPortal.jdbc
                    .sql("update tenant_freeze set deadline = now() - interval '1 second' where tenant_id = ?")
                    .params(customer.id)
                    .update();
            inPortal.jdbc
                    .sql("update scheduled_tasks set execution_time = now() where task_name = 'undo-lease'")
                    .update();
            BothApps.await("the end of the lease", () -> "ACTIVE".equals(tenantFreeze(customer)));
            assertThat(usableInPortal(customer)).isEqualTo(100);
        });
        undo(customer, "MIGRATION_COMPLETED");
        assertThat(inCloud.reason(customer.id)).isIn("undo_expired", "already_decided");
        licences.requireConserved(customer.id);
    }
}
