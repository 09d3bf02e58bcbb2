package dev.portolan.cloud.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.platform.CompanyId;
import dev.portolan.upgrade.customer.Orders;
import dev.portolan.upgrade.journey.JourneyEvent;
import dev.portolan.upgrade.journey.JourneyTable;
import dev.portolan.upgrade.journey.Journeys;
import dev.portolan.upgrade.journey.Journeys.Seen;
import dev.portolan.upgrade.journey.Path;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Transitions;
import dev.portolan.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories on PostgreSQL: two managers and the engine at once, with double clicks, replays of old pages and late
 * events. Whatever happens, no step and no state jumps, every move is recorded once, and nothing passes a closed door.
 */
class RandomHistoriesTest extends WizardTest {
    private static final int HISTORIES = 12;
    private static final int MOVES = 60;

    @Autowired
    Journeys journeys;

    @Autowired
    Orders orders;

    private final List<CompanyId> customers = new ArrayList<>();

    @Test
    void theRulesAreKept() throws Exception {
        for (int history = 0; history < HISTORIES; history++) {
            long seed = ThreadLocalRandom.current().nextLong();
            anEntitledPartner();
            prepare();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var three = List.<Callable<Void>>of(
                        () -> manager(new Random(seed)),
                        () -> manager(new Random(seed + 1)),
                        () -> engine(new Random(seed + 2)));
                for (var done : threads.invokeAll(three)) done.get();
            }
            journeyKeptTheRules(seed);
            for (var customer : customers) customerKeptTheRules(customer, seed);
            theDoorHeld(seed);
            everyOrderWentOutOnce(seed);
        }
    }

    private void prepare() {
        customers.clear();
        journeys.of(partner.id(), Path.PARTNER, manager.id());
        for (int i = 0; i < 3; i++) {
            TestCompany customer = companies.customer(partner);
            customers.add(customer.id());
            tenancy.run(
                    partner.id(),
                    () -> jdbc.sql("""
                            insert into customer (company_id, customer_id, name, search, kind)
                            values (:company, :customer, :name, lower(:name), 'CUSTOMER')
                            """)
                            .param("company", partner.id().value())
                            .param("customer", customer.id().value())
                            .param("name", customer.name())
                            .update());
            migrations.begin(partner.id(), customer.id(), MigrationState.VALIDATING);
        }
    }

    /** Presses what a manager can press, often twice, sometimes on a page that is long out of date. */
    private Void manager(Random random) {
        var pages = new ArrayList<Seen>();
        for (int i = 0; i < MOVES; i++) {
            var now = journeys.find(partner.id()).orElseThrow();
            pages.add(new Seen(now.step(), now.version()));
            var page = random.nextInt(4) == 0 ? pages.get(random.nextInt(pages.size())) : pages.getLast();
            switch (random.nextInt(5)) {
                case 0, 1 -> advance(page, event(page, random));
                case 2 -> invite(random);
                case 3 -> transfer(random);
                default -> advance(page, JourneyEvent.values()[random.nextInt(4)]);
            }
        }
        return null;
    }

    private static JourneyEvent event(Seen page, Random random) {
        if (page.step() == Step.CHECK) return JourneyEvent.YES;
        return random.nextInt(6) == 0 ? JourneyEvent.BACK : JourneyEvent.NEXT;
    }

    private void advance(Seen page, JourneyEvent event) {
        journeys.advance(partner.id(), page, event, manager.id(), Map.of(), locked -> {
            if (locked.step() == Step.TRANSFER_DATA && event == JourneyEvent.NEXT) journeys.closeDoor(partner.id());
        });
    }

    private void invite(Random random) {
        try {
            orders.invite(partner.id(), some(random), manager.id());
        } catch (Refusal closedOrTooEarly) {
            assertThat(closedOrTooEarly.code()).isIn("upgrade_door_closed", "not_found");
        }
    }

    private void transfer(Random random) {
        try {
            orders.transfer(partner.id(), some(random), manager.id());
        } catch (Refusal tooEarly) {
            assertThat(tooEarly.code()).isEqualTo("not_found");
        }
    }

    private List<CompanyId> some(Random random) {
        return customers.stream().filter(customer -> random.nextBoolean()).toList();
    }

    /** Says what an engine can say, also what comes late or twice. */
    private Void engine(Random random) {
        var events = MigrationEvent.values();
        for (int i = 0; i < MOVES * 3; i++) {
            var event = events[random.nextInt(events.length)];
            // What only the wizard orders comes from the wizard.
            if (event == MigrationEvent.STAGE_ONE_ORDERED || event == MigrationEvent.TRANSFER_ORDERED) continue;
            migrations.happened(partner.id(), customers.get(random.nextInt(customers.size())), event, null, null);
        }
        return null;
    }

    private record JourneyMove(int version, String event, String path, String fromStep, String toStep) {}

    private void journeyKeptTheRules(long seed) {
        var moves = tenancy.within(
                partner.id(),
                () -> jdbc.sql("""
                        select version, event, path, from_step, to_step
                        from journey_event
                        where company_id = :company
                        order by version
                        """)
                        .param("company", partner.id().value())
                        .query(JourneyMove.class)
                        .list());
        var path = Path.PARTNER;
        var step = Step.CHECK;
        for (int i = 1; i < moves.size(); i++) {
            var move = moves.get(i);
            assertThat(move.version()).as("seed %d", seed).isEqualTo(i);
            assertThat(move.fromStep()).isEqualTo(step.name());
            var to = JourneyTable.next(path, step, JourneyEvent.valueOf(move.event()))
                    .orElseThrow();
            assertThat(move.toStep()).isEqualTo(to.step().name());
            path = to.path();
            step = to.step();
        }
        var now = journeys.find(partner.id()).orElseThrow();
        assertThat(now.step()).isEqualTo(step);
        assertThat(now.version()).isEqualTo(moves.size() - 1);
        assertThat(now.doorClosedAt() != null).isEqualTo(step == Step.SUMMARY);
    }

    private record CustomerMove(String event, String fromState, String toState) {}

    private void customerKeptTheRules(CompanyId customer, long seed) {
        var moves = tenancy.within(
                partner.id(),
                () -> jdbc.sql("""
                        select event, from_state, to_state
                        from migration_event
                        where company_id = :company and subject_id = :subject and event <> 'BEGUN'
                        order by event_id
                        """)
                        .param("company", partner.id().value())
                        .param("subject", customer.value())
                        .query(CustomerMove.class)
                        .list());
        var legal = moves.stream()
                .allMatch(move -> Transitions.next(
                                MigrationState.valueOf(move.fromState()), MigrationEvent.valueOf(move.event()))
                        .filter(to -> to.name().equals(move.toState()))
                        .isPresent());
        assertThat(legal).as("seed %d", seed).isTrue();
        int version = tenancy.within(
                partner.id(),
                () -> jdbc.sql("""
                        select version from migration_status where company_id = :company and subject_id = :subject
                        """)
                        .param("company", partner.id().value())
                        .param("subject", customer.value())
                        .query(Integer.class)
                        .single());
        assertThat(version).as("every move is recorded once, seed %d", seed).isEqualTo(moves.size());
        endsMeet(moves, migrations.state(partner.id(), customer).orElseThrow(), seed);
    }

    /** Of each state, as many moves lead in as lead out, but for the first and the last. */
    private static void endsMeet(List<CustomerMove> moves, MigrationState last, long seed) {
        for (var state : MigrationState.values()) {
            long in = moves.stream()
                    .filter(move -> move.toState().equals(state.name()))
                    .count();
            long out = moves.stream()
                    .filter(move -> move.fromState().equals(state.name()))
                    .count();
            long begun = state == MigrationState.VALIDATING ? 1 : 0;
            assertThat(begun + in - out).as("%s, seed %d", state, seed).isEqualTo(state == last ? 1 : 0);
        }
    }

    private void theDoorHeld(long seed) {
        var late = tenancy.within(
                partner.id(),
                () -> jdbc.sql("""
                        select count(*)
                        from migration_event e
                        join journey j on j.company_id = e.company_id
                        where e.company_id = :company and e.event = 'STAGE_ONE_ORDERED' and e.at > j.door_closed_at
                        """)
                        .param("company", partner.id().value())
                        .query(Integer.class)
                        .single());
        assertThat(late).as("seed %d", seed).isZero();
    }

    private void everyOrderWentOutOnce(long seed) {
        for (var customer : customers) {
            assertThat(engine.stageOne.stream()
                            .filter(order -> order.subjects().contains(customer))
                            .count())
                    .as("seed %d", seed)
                    .isEqualTo(events(customer, "STAGE_ONE_ORDERED"));
            assertThat(engine.stageTwo.stream()
                            .filter(order -> order.subjects().contains(customer))
                            .count())
                    .as("seed %d", seed)
                    .isEqualTo(events(customer, "TRANSFER_ORDERED"));
        }
    }

    private long events(CompanyId customer, String event) {
        UUID subject = customer.value();
        return tenancy.within(
                partner.id(),
                () -> jdbc.sql("""
                        select count(*) from migration_event
                        where company_id = :company and subject_id = :subject and event = :event
                        """)
                        .param("company", partner.id().value())
                        .param("subject", subject)
                        .param("event", event)
                        .query(Long.class)
                        .single());
    }
}
