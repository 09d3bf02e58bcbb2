package dev.portolan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LicensingTest {

    private static final Balance TEN = Balance.ZERO.plus(LedgerEntry.of(EntryKind.GRANT_IN, Quantity.of(10)));

    @Test
    void theLastUnitIsGrantedAndTheNextIsRefusedWithWhatRemains() {
        var last = Licensing.reserve(TEN, Quantity.of(10), null, TwoSides.DURING);
        assertThat(last).isEqualTo(new ReserveDecision.Granted(LedgerEntry.of(EntryKind.RESERVE, Quantity.of(10))));

        var more = Licensing.reserve(TEN, Quantity.of("10.0001"), null, TwoSides.DURING);
        assertThat(more).isEqualTo(new ReserveDecision.Exhausted(Quantity.of(10)));
        assertThat(((Refusal) more).reason().code()).isEqualTo("licence_exhausted");
    }

    @Test
    void licencesAreGoodToTheEndOfTheirLastDay() {
        assertThat(Licensing.reserve(TEN, Quantity.ONE, TwoSides.LAST_DAY, TwoSides.DURING))
                .isInstanceOf(ReserveDecision.Granted.class);
        var late = Licensing.reserve(TEN, Quantity.ONE, TwoSides.LAST_DAY, TwoSides.AFTER);
        assertThat(late).isEqualTo(new ReserveDecision.Expired(TwoSides.LAST_DAY));
        assertThat(((Refusal) late).reason().code()).isEqualTo("licence_expired");
    }

    @Test
    void aReservationIsConsumedOnceAndThenClosed() {
        assertThat(Licensing.consume(ReservationState.OPEN, Quantity.ONE))
                .isEqualTo(new CloseDecision.Closes(
                        LedgerEntry.of(EntryKind.CONSUME, Quantity.ONE), ReservationState.CONSUMED));
        for (var state : List.of(ReservationState.CONSUMED, ReservationState.RELEASED, ReservationState.MOVED)) {
            var closed = Licensing.release(state, Quantity.ONE);
            assertThat(closed).isEqualTo(new CloseDecision.Closed(state));
            assertThat(((Refusal) closed).reason().code()).isEqualTo("reservation_closed");
        }
    }

    @Test
    void whatReturnsAfterTheExpiryExpiresToo() {
        var allReserved = TEN.plus(LedgerEntry.of(EntryKind.RESERVE, Quantity.of(10)));
        assertThat(Licensing.expire(allReserved, TwoSides.LAST_DAY, TwoSides.AFTER))
                .isEmpty();
        var returned = allReserved.plus(LedgerEntry.of(EntryKind.RELEASE, Quantity.of(4)));
        assertThat(Licensing.expire(returned, TwoSides.LAST_DAY, TwoSides.DURING))
                .isEmpty();
        assertThat(Licensing.expire(returned, TwoSides.LAST_DAY, TwoSides.AFTER))
                .contains(LedgerEntry.of(EntryKind.EXPIRE, Quantity.of(4)));
    }

    @Test
    void aReportWithoutReservationIsPaidByWhatRemainsOrMarked() {
        assertThat(Licensing.cover(TEN, Quantity.ONE, null, TwoSides.DURING))
                .isEqualTo(new CoverDecision.Covered(List.of(
                        LedgerEntry.of(EntryKind.RESERVE, Quantity.ONE),
                        LedgerEntry.of(EntryKind.CONSUME, Quantity.ONE))));
        assertThat(Licensing.cover(Balance.ZERO, Quantity.ONE, null, TwoSides.DURING))
                .isEqualTo(new CoverDecision.Uncovered(RefusalCode.LICENCE_EXHAUSTED));
    }

    @Test
    void whatOneAccountGivesAnotherGets() {
        var decision = Licensing.grant(TEN, Quantity.of("2.5"), null, TwoSides.DURING);
        assertThat(decision).isInstanceOfSatisfying(GrantDecision.Given.class, given -> {
            assertThat(TEN.plus(given.out()).remaining()).isEqualTo(Quantity.of("7.5"));
            assertThat(Balance.ZERO.plus(given.in()).remaining()).isEqualTo(Quantity.of("2.5"));
        });
        assertThat(Licensing.grant(TEN, Quantity.of(11), null, TwoSides.DURING))
                .isEqualTo(new GrantDecision.Exhausted(Quantity.of(10)));
        assertThat(Licensing.grant(TEN, Quantity.ONE, TwoSides.LAST_DAY, TwoSides.AFTER))
                .isEqualTo(new GrantDecision.Expired(TwoSides.LAST_DAY));
    }

    @Test
    void anUnbalancedBalanceCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(
                        Quantity.of(10),
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.of(11),
                        Quantity.ZERO,
                        Quantity.ZERO));
    }

    @Test
    void onlyTransfersCarryAReservedPartAndATransfer() {
        var transfer = new TransferRef(new UUID(0, 1), 3);
        for (var kind : EntryKind.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new LedgerEntry(kind, Quantity.ONE, Quantity.ONE, kind.ofTransfer() ? null : transfer));
        }
        assertThat(Licensing.leave(Balance.ZERO, transfer).arriving().kind()).isEqualTo(EntryKind.TRANSFER_IN);
    }

    @Test
    void theBurnRateTellsTheDayTheLicencesRunOut() {
        var today = LocalDate.of(2026, 11, 21);
        var history = List.of(
                new DailyConsumption(today, Quantity.of(99)),
                new DailyConsumption(today.minusDays(1), Quantity.of(3)),
                new DailyConsumption(today.minusDays(10), Quantity.of(2)),
                new DailyConsumption(today.minusDays(11), Quantity.of(99)));
        var rate = BurnRate.of(history, today, 10);
        assertThat(rate.perDay()).isEqualByComparingTo("0.5");
        assertThat(rate.runsOutOn(Quantity.of(10), today)).contains(today.plusDays(20));
        assertThat(rate.runsOutOn(Quantity.of("0.4"), today)).contains(today);
        assertThat(rate.runsOutOn(Quantity.of(1_000_000), today)).isEmpty();
        assertThat(BurnRate.of(List.of(), today, 30).runsOutOn(Quantity.ONE, today))
                .isEmpty();
    }
}
