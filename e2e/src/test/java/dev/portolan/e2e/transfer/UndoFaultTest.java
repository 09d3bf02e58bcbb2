package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.migration.Refused;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An undo as it fails: it ends in one of two states, and everything is on one side. */
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after:undo-start",
                "after:undo-freeze",
                "undo-leaving",
                "undo-committed",
                "undo-decided",
                "undo-settled",
                "undo-reports-kept",
                "undo-cleared",
                "before:undo-done"
            })
    void a_worker_that_dies_is_followed_by_one_that_ends_it(String point) {
        var customer = moved("dies" + Math.abs(point.hashCode()), 3);
        transfer(customer, "MIGRATION_COMPLETED");
        reportThere(customer);
        var died = new AtomicBoolean();
        points.once(point, run -> {
            died.set(true);
            throw new IllegalStateException("died at " + point);
        });
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(died).isTrue();
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isOne();
        assertThat(inCloud.count(
                        "select count(*) from undo_outcome where company_id = ? and outcome = 'UNDONE'", customer.id))
                .isOne();
        licences.requireConserved(customer.id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before:undo-freeze", "before:undo-leave", "before:undo-decide", "before:undo-settle"})
    void an_answer_that_is_lost_is_asked_for_again(String point) {
        var customer = moved("lost" + Math.abs(point.hashCode()), 3);
        transfer(customer, "MIGRATION_COMPLETED");
        points.once(point, run -> wire.swallowNextAnswer());
        undo(customer, "STAGE_ONE_COMPLETED");
        assertThat(balanceHere(customer)).isEqualTo("100.0000/0.0000");
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
