package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ledger.Quantity;
import dev.portolan.migration.Refused;
import dev.portolan.platform.Ids;
import dev.portolan.web.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** No commit of either database loses, doubles or makes a licence, whoever works on the account meanwhile. */
class ConservationTest extends TransferCase {
    private static final int PEOPLE = 3;
    private static final int TURNS = 40;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void every_commit_conserves_while_people_reserve_release_and_consume_through_an_abort_and_a_transfer()
            throws InterruptedException {
        var customer = customer("busy");
        customer.reports(20, 1);
        customer.reserve(BigDecimal.TEN);
        var people = new ArrayList<Thread>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Thread.ofVirtual().start(() -> worksInTheCloud(customer)));
            people.add(Thread.ofVirtual().start(() -> worksInThePortal(customer)));
        }
        someTurns();
        points.once("before:rest-proof", run -> {
            throw new Refused("proof_mismatch", "test");
        });
        transfer(customer, "STAGE_TWO_FAILED");
        someTurns();
        transfer(customer, "MIGRATION_COMPLETED");
        someTurns();
        over.set(true);
        for (var person : people) person.join();

        assertThat(journal.requireBalanced(customer.id)).isGreaterThan(3 * TURNS);
        assertThat(inCloud.text(
                        "select string_agg(distinct kind, ' ' order by kind) from ledger_entry where company_id = ?",
                        customer.id))
                .isEqualTo("CONSUME GRANT_IN RELEASE RESERVE TRANSFER_OUT TRANSFER_OUT_REVERSED");
        assertThat(inPortal.count(
                        "select count(*) from ledger_entry where pool_id = ? and kind = 'CONSUME'", customer.pool))
                .isPositive();
    }

    @Test
    void a_unit_that_one_commit_makes_and_the_next_takes_away_again_is_found() {
        var customer = customer("unit");
        change(customer, "+");
        change(customer, "-");
        assertThat(journal.imbalances(customer.id))
                .anySatisfy(found -> assertThat(found).startsWith("a balance is not its entries' sum"))
                .anySatisfy(found -> assertThat(found).startsWith("100.0000 granted, 101.0000 accounted for"));
    }

    @Test
    void a_unit_that_arrives_without_having_left_is_found() {
        var customer = customer("arrives");
        transfer(customer, "MIGRATION_COMPLETED");
        inPortal.atOnce(() -> List.of(
                        "update ledger_entry set quantity = quantity + 1 where kind = 'TRANSFER_IN' and pool_id = ?",
                        "update licence_balance set remaining = remaining + 1 where pool_id = ?")
                .forEach(sql -> inPortal.jdbc.sql(sql).params(customer.pool).update()));
        assertThat(journal.imbalances(customer.id))
                .anySatisfy(found -> assertThat(found).startsWith("100.0000 granted, 101.0000 accounted for"));
    }

    private static void change(Company customer, String sign) {
        inCloud.jdbc
                .sql("update licence_balance set remaining = remaining " + sign + " 1 where pool_id = ?")
                .params(customer.pool)
                .update();
    }

    private void someTurns() {
        int before = done.get();
        BothApps.await("people work", () -> done.get() >= before + TURNS);
    }

    private void worksInTheCloud(Company customer) {
        var desk = cloud.getBean(dev.portolan.cloud.licence.Licences.class);
        for (int turn = 1; !over.get(); turn++) {
            boolean uses = turn % 20 == 0;
            turn(() -> {
                var command = new dev.portolan.cloud.licence.ReserveCommand(
                        Company.PRODUCT, Quantity.ONE, Ids.next(), Ids.next(), customer.manager);
                var reservation = desk.reserve(customer.companyId(), command).id();
                if (uses) desk.consume(customer.companyId(), reservation, Ids.next(), customer.manager);
                else desk.release(customer.companyId(), reservation, customer.manager);
            });
        }
    }

    private void worksInThePortal(Company customer) {
        var desk = apps.portal().getBean(dev.portolan.portal.licence.Licences.class);
        for (int turn = 1; !over.get(); turn++) {
            boolean uses = turn % 5 == 0;
            turn(() -> {
                var command = new dev.portolan.portal.licence.ReserveCommand(
                        Company.PRODUCT, Quantity.ONE, Ids.next(), Ids.next(), customer.manager);
                var reservation = desk.reserve(customer.companyId(), command).id();
                if (uses) desk.consume(customer.companyId(), reservation, Ids.next(), customer.manager);
                else desk.release(customer.companyId(), reservation, customer.manager);
            });
        }
    }

    /** Frozen, read-only and used up are answers too; a reservation that the freeze overtakes stays open and moves. */
    private void turn(Runnable work) {
        try {
            work.run();
            done.incrementAndGet();
        } catch (Refusal refusal) {
            // the next turn may succeed
        }
        LockSupport.parkNanos(10_000_000);
    }
}
