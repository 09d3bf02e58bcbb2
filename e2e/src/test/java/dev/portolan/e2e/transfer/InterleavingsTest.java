package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.e2e.transfer.Turn.Act;
import dev.portolan.migration.Refused;
import dev.portolan.migration.Run;
import dev.portolan.platform.Ids;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random interleavings on both databases: between the steps of moves, some of which break and give the company back, somebody
 * reserves, releases, consumes, reports, reports again, is granted licences, or holds a transaction open, on whichever side.
 * What must be taken is taken and the rest refused; at every commit the sums are conserved; in the end everything that was
 * answered stands once.
 */
class InterleavingsTest {
    private static final Set<String> ENDS = Set.of("MIGRATION_COMPLETED", "STAGE_TWO_FAILED");
    private static final String NOWHERE = "nowhere";

    private static Pair pair;
    private static Company partner;
    private static volatile Script script;

    /** A move that is broken at a fault point, or not, and what happens meanwhile. */
    record Move(String breaks, List<Turn> turns) {}

    @BeforeContainer
    static void start() {
        pair = new Pair();
        pair.points.always(InterleavingsTest::point);
        partner = new Company(pair.inCloud, "partner-of-interleavings", null);
        stageOne(partner);
    }

    @AfterContainer
    static void stop() {
        pair.close();
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void nothing_is_lost_doubled_or_used_where_it_is_not(@ForAll("moves") List<Move> moves) {
        var customer = new Company(pair.inCloud, "random-" + Ids.next(), partner);
        stageOne(customer);
        UndoCase.withoutTrials(customer, pair.inPortal);
        customer.reports(3, 2);
        var book = new Book(customer, pair.inCloud, pair.inPortal);
        var player = new Player(pair, customer, book);
        for (var move : moves) {
            if (player.works(true)) move.turns().forEach(player::play);
            else play(customer, move, player);
            player.letGo();
            assertThat(player.faults()).isEmpty();
            boolean moved = player.works(true);
            assertThat(player.works(false)).as("works on one side").isNotEqualTo(moved);
            book.requireIn(moved);
            pair.licences.requireConserved(customer.id);
        }
        pair.journal.requireBalanced(customer.id);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var turn = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(Act.class),
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, 1), net.jqwik.api.Tuple.of(1, 40)))
                .as(Turn::new);
        var breaks = Arbitraries.of(
                NOWHERE,
                NOWHERE,
                "after:history",
                "before:freeze",
                "after:freeze",
                "licences-left",
                "before:rest-proof",
                "after:activating");
        return Combinators.combine(breaks, turn.list().ofMinSize(4).ofMaxSize(16))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static void play(Company customer, Move move, Player player) {
        script = new Script(customer, player, new ArrayDeque<>(move.turns()));
        if (!move.breaks().equals(NOWHERE))
            pair.points.once(move.breaks(), run -> {
                throw new Refused("unexpected");
            });
        new Orders(pair.cloud).stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        BothApps.await(
                "the end of " + move + " " + pair.inCloud.runs(), () -> ENDS.contains(pair.inCloud.state(customer.id)));
        if (!move.breaks().equals(NOWHERE)) pair.points.once(move.breaks(), run -> {});
        script.rest();
    }

    private static void point(Run run) {
        var current = script;
        if (current != null && run.subject().equals(current.customer.companyId())) current.point();
    }

    private static void stageOne(Company company) {
        new Orders(pair.cloud).stageOne(partner, company, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(pair.inCloud.state(company.id)));
    }

    /** What happens at the fault points of one move. */
    private static final class Script {
        private final Company customer;
        private final Player player;
        private final Queue<Turn> turns;
        private int waited;

        Script(Company customer, Player player, Queue<Turn> turns) {
            this.customer = customer;
            this.player = player;
            this.turns = turns;
        }

        synchronized void point() {
            player.letGo();
            for (var next = turns.peek(); next != null && waited >= next.passing(); next = turns.peek()) {
                player.play(turns.remove());
                waited = 0;
                if (next.act() == Act.HOLD) return; // what it locks would hold up the next
            }
            waited++;
        }

        /** What the move was too short for. */
        synchronized void rest() {
            player.letGo();
            turns.forEach(turn -> {
                player.play(turn);
                player.letGo();
            });
        }
    }
}
