package dev.portolan.cloud.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.upgrade.stagetwo.FreezeRow.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The freeze row as a lease: who may move it, until when, and by whose clock. */
class FreezeRowsTest extends CloudTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Autowired
    private LicencesLeaving licences;

    @Autowired
    private FreezeLease lease;

    @Autowired
    private MeterRegistry meters;

    private CompanyId company;
    private UUID transfer;
    private FreezeRows rows;

    @BeforeEach
    void aCompany() {
        company = companies.customer().id();
        transfer = Ids.next();
        rows = node(Duration.ZERO);
    }

    /** A node whose clock differs from the database's. */
    private FreezeRows node(Duration ahead) {
        return new FreezeRows(jdbc, licences, lease, Clock.offset(clock, ahead), meters);
    }

    private TransferTry epoch(long epoch) {
        return new TransferTry(company.value(), transfer, epoch);
    }

    private boolean freeze(FreezeRows by, TransferTry order, Duration limit) {
        return tenancy.within(company, () -> by.freeze(order, limit));
    }

    private boolean activating(FreezeRows by, TransferTry order) {
        return tenancy.within(company, () -> by.activating(order));
    }

    private State state() {
        return tenancy.within(company, () -> rows.read(company.value()).state());
    }

    @Test
    void theDeadlineIsTheDatabasesSoNodesWhoseClocksDifferAgree() {
        for (var ahead : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
            aCompany();
            assertThat(freeze(node(ahead), epoch(1), LONG)).isTrue();
            var left = tenancy.within(company, () -> node(ahead.negated()).lockLease(company.value(), transfer));
            assertThat(left.orElseThrow()).isBetween(LONG.minusMinutes(2), LONG);
            assertThat(activating(node(ahead.negated()), epoch(1))).isTrue();
        }
    }

    @Test
    void afterTheDeadlineNobodyGetsToActivatingWhateverItsClockSays() {
        freeze(rows, epoch(1), Duration.ZERO);
        assertThat(activating(node(Duration.ofHours(-5)), epoch(1))).isFalse();
        eventuallyGivenBack();
    }

    @Test
    void aLaterEpochTakesTheFreezeOverButNotItsDeadline() {
        freeze(rows, epoch(1), LONG);
        var before = tenancy.within(company, () -> rows.lockLease(company.value(), transfer))
                .orElseThrow();
        assertThat(freeze(rows, epoch(2), LONG.multipliedBy(9))).isTrue();
        var after = tenancy.within(company, () -> rows.lockLease(company.value(), transfer))
                .orElseThrow();
        assertThat(after).isLessThanOrEqualTo(before);
        assertThat(activating(rows, epoch(1)))
                .as("the epoch before is fenced off")
                .isFalse();
        assertThat(freeze(rows, epoch(1), LONG)).isFalse();
        assertThat(activating(rows, epoch(2))).isTrue();
    }

    @Test
    void howLongTheCompanyStoodStillIsMeasured() {
        var timer = meters.timer("portolan.freeze", "end", "given-back");
        long before = timer.count();
        freeze(rows, epoch(1), LONG);
        tenancy.run(company, () -> rows.giveBack(company.value(), transfer));
        assertThat(timer.count()).isEqualTo(before + 1);
    }

    @Test
    void anotherTransferCannotTakeTheRow() {
        freeze(rows, epoch(1), LONG);
        assertThat(freeze(rows, new TransferTry(company.value(), Ids.next(), 7), LONG))
                .isFalse();
        tenancy.run(company, () -> rows.giveBack(company.value(), Ids.next()));
        assertThat(state()).isEqualTo(State.FROZEN);
    }

    @Test
    void onceActivatingTheEndOfTheLeaseDecidesNothingAnyMore() {
        freeze(rows, epoch(1), LONG);
        activating(rows, epoch(1));
        assertThat(tenancy.within(company, () -> rows.lockLease(company.value(), transfer)))
                .isEmpty();
        assertThat(freeze(rows, epoch(2), LONG)).isFalse();
        assertThat(state()).isEqualTo(State.ACTIVATING);
        assertThat(tenancy.within(company, () -> rows.readOnly(epoch(1)))).isTrue();
        tenancy.run(company, () -> rows.giveBack(company.value(), transfer));
        assertThat(state()).as("what was activated is not given back").isEqualTo(State.READ_ONLY);
    }

    private void eventuallyGivenBack() {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (state() != State.ACTIVE && System.nanoTime() < end) Thread.onSpinWait();
        assertThat(state()).isEqualTo(State.ACTIVE);
    }
}
