package dev.portolan.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is given a worker next. */
class RunQueueTest {
    private static final Set<String> PLANS = Set.of("p");

    private final CompanyId large = new CompanyId(Ids.next());
    private final CompanyId small = new CompanyId(Ids.next());
    private RunQueue queue;
    private JdbcClient owner;

    @BeforeEach
    void database() {
        var database = PostgresServer.forTests().migrated(App.CLOUD, "engine_template", EngineTest::migrate);
        queue = new RunQueue(JdbcClient.create(database.userDataSource()), Clock.systemUTC());
        owner = JdbcClient.create(database.ownerDataSource());
    }

    @Test
    void a_partner_with_a_thousand_customers_does_not_hold_up_one_with_three() {
        enter(large, 1000);
        enter(small, 3);
        var first = queue.next(PLANS, 8);
        assertThat(first)
                .extracting(RunQueue.Waiting::runnerId)
                .filteredOn(small.value()::equals)
                .hasSize(3);
        first.forEach(queue::admit);
        assertThat(queue.count(QueueState.AT_WORK)).isEqualTo(8);
        assertThat(queue.next(PLANS, 8)).extracting(RunQueue.Waiting::runnerId).containsOnly(large.value());
    }

    @Test
    void whoever_comes_late_gets_the_next_free_worker() {
        enter(large, 100);
        queue.next(PLANS, 8).forEach(queue::admit);
        enter(small, 1);
        assertThat(queue.next(PLANS, 1)).extracting(RunQueue.Waiting::runnerId).containsExactly(small.value());
    }

    @Test
    void within_a_partner_the_first_ordered_is_the_first_begun() {
        var runs = enter(large, 5);
        assertThat(queue.next(PLANS, 5)).extracting(RunQueue.Waiting::runId).containsExactlyElementsOf(runs);
    }

    @Test
    void a_node_is_given_no_plan_that_it_does_not_know() {
        enter(large, 1);
        assertThat(queue.next(Set.of("another"), 5)).isEmpty();
    }

    @Test
    void a_run_that_waits_for_its_next_try_takes_nobodys_worker() {
        var run = enter(large, 1).getFirst();
        queue.next(PLANS, 1).forEach(queue::admit);
        queue.settle(run, 1, QueueState.WAITING, Instant.now().plusSeconds(600));
        assertThat(queue.count(QueueState.AT_WORK)).isZero();
        assertThat(queue.next(PLANS, 1)).isEmpty();
    }

    @Test
    void a_worker_of_an_older_turn_neither_holds_nor_settles_the_run() {
        var run = enter(large, 1).getFirst();
        queue.next(PLANS, 1).forEach(queue::admit);
        queue.settle(run, 1, QueueState.WAITING, Instant.now());
        queue.next(PLANS, 1).forEach(queue::admit);
        assertThat(queue.holds(run, 1)).isFalse();
        assertThat(queue.holds(run, 2)).isTrue();
        queue.settle(run, 1, QueueState.ENDED, Instant.now());
        assertThat(queue.count(QueueState.AT_WORK)).isOne();
    }

    @Test
    void an_order_given_just_before_a_worker_lets_go_is_not_lost() {
        var run = enter(large, 1).getFirst();
        queue.next(PLANS, 1).forEach(queue::admit);
        queue.enter(large, run, "p", large);
        queue.settle(run, 1, QueueState.ENDED, Instant.now());
        assertThat(queue.next(PLANS, 1)).hasSize(1);
    }

    @Test
    void runs_at_work_before_the_queue_was_made_are_in_it() {
        owner.sql("""
                insert into run_queue (run_id, runner_id, subject_id, plan, state, due_at, since)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'p', 'AT_WORK', now(), now())
                """).update();
        var old = owner.sql("select run_id from run_queue").query(UUID.class).single();
        assertThat(queue.holds(old, 0)).as("its task knows of no turn").isTrue();
        queue.settle(old, 0, QueueState.ENDED, Instant.now());
        assertThat(queue.count(QueueState.AT_WORK)).isZero();
    }

    private List<UUID> enter(CompanyId runner, int runs) {
        return IntStream.range(0, runs)
                .mapToObj(number -> {
                    var run = Ids.next();
                    queue.enter(runner, run, "p", new CompanyId(Ids.next()));
                    return run;
                })
                .collect(Collectors.toList());
    }
}
