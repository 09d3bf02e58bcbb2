package dev.portolan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever happens in whatever order: licences are conserved, and never usable on both sides. */
class RandomHistoriesTest {

    private static final TransferRef TRANSFER = new TransferRef(new UUID(0, 7), 1);

    @Property(tries = 2_000)
    void licencesAreConservedAfterEveryStep(@ForAll("histories") List<Command> history) {
        var account = new TwoSides();
        for (var command : history) {
            account.play(command);
            assertThat(account.difference()).isZero();
            account.sides().forEach(side -> {
                assertThat(Balance.of(side.entries)).isEqualTo(side.balance);
                assertThat(side.balance.reserved()).isEqualTo(account.openReservations(side));
            });
            assertThat(account.sides().filter(side -> !side.balance.usable().isZero()))
                    .as("sides on which something is usable")
                    .hasSizeLessThan(2);
        }
        Statistics.label("ends")
                .collect(account.portal.entries.isEmpty() ? "in the Cloud" : "in the Portal")
                .coverage(seen -> {
                    seen.check("in the Cloud").percentage(share -> share > 10);
                    seen.check("in the Portal").percentage(share -> share > 10);
                });
    }

    @Property
    void movingOutAndInKeepsTheSum(@ForAll("histories") List<Command> history) {
        var account = new TwoSides();
        history.forEach(account::play);
        var before = account.cloud.balance;

        var out = Licensing.leave(before, TRANSFER);
        var left = before.plus(out);
        var arrived = Balance.ZERO.plus(out.arriving());

        assertThat(left.usable()).isEqualTo(Quantity.ZERO);
        assertThat(arrived.remaining()).isEqualTo(before.remaining());
        assertThat(arrived.reserved()).isEqualTo(before.reserved());
        assertThat(arrived.transferredIn()).isEqualTo(before.usable());
        assertThat(left.transferredOut().minus(before.transferredOut())).isEqualTo(before.usable());
    }

    @Property
    void aReversalRestoresExactly(@ForAll("histories") List<Command> history) {
        var account = new TwoSides();
        history.forEach(account::play);
        account.sides().forEach(side -> {
            var out = Licensing.leave(side.balance, TRANSFER);
            assertThat(side.balance.plus(out).plus(out.reversed())).isEqualTo(side.balance);
        });
    }

    @Property
    void noEntryTakesMoreThanIsThere(
            @ForAll("histories") List<Command> history, @ForAll("entries") LedgerEntry unchecked) {
        var account = new TwoSides();
        history.forEach(account::play);
        var before = account.cloud.balance;
        try {
            var after = before.plus(unchecked);
            assertThat(after.remaining().amount())
                    .isEqualByComparingTo(before.remaining().amount().add(unchecked.remainingChange()));
        } catch (IllegalArgumentException refused) {
            assertThat(before.remaining()
                                            .amount()
                                            .add(unchecked.remainingChange())
                                            .signum()
                                    < 0
                            || before.reserved()
                                            .amount()
                                            .add(unchecked.reservedChange())
                                            .signum()
                                    < 0)
                    .as("refused only because too little was there")
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<Command>> histories() {
        var index = Arbitraries.integers().between(0, 40);
        return Arbitraries.<Command>frequencyOf(
                        of(6, quantities().map(Command.Grant::new)),
                        of(2, quantities().map(Command.GiveOn::new)),
                        of(12, quantities().map(Command.Reserve::new)),
                        of(8, index.map(Command.Consume::new)),
                        of(6, index.map(Command.Release::new)),
                        of(3, quantities().map(Command.Uncovered::new)),
                        of(1, Arbitraries.create(Command.Expire::new)),
                        of(2, Arbitraries.create(Command.Leave::new)),
                        of(1, Arbitraries.create(Command.Activate::new)),
                        of(2, Arbitraries.create(Command.Abort::new)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<LedgerEntry> entries() {
        return Arbitraries.of(EntryKind.values())
                .filter(kind -> !kind.ofTransfer())
                .flatMap(kind -> quantities()
                        .filter(quantity -> !quantity.isZero())
                        .map(quantity -> LedgerEntry.of(kind, quantity)));
    }

    private static Arbitrary<Quantity> quantities() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(50))
                .ofScale(4)
                .map(Quantity::new);
    }

    private static Tuple.Tuple2<Integer, Arbitrary<? extends Command>> of(
            int weight, Arbitrary<? extends Command> commands) {
        return Tuple.of(weight, commands);
    }
}
