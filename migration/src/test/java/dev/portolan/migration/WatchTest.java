package dev.portolan.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Of which runs an operator is told. */
class WatchTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final CompanyId runner = new CompanyId(Ids.next());
    private final List<RunView> raised = new ArrayList<>();
    private Tenancy tenancy;
    private RunQueue queue;
    private RunStore store;
    private RunHold hold;
    private JdbcClient owner;
    private Watch watch;

    @BeforeEach
    void database() {
        var database = PostgresServer.forTests().migrated(App.CLOUD, "engine_template", EngineTest::migrate);
        var source = database.userDataSource();
        var jdbc = JdbcClient.create(source);
        tenancy = new Tenancy(new JdbcTransactionManager(source), source);
        owner = JdbcClient.create(database.ownerDataSource());
        queue = new RunQueue(jdbc, CLOCK);
        store = new RunStore(jdbc, CLOCK);
        hold = new RunHold(jdbc, CLOCK);
        owner.sql("update run_hold set changed_at = now() - interval '1 day'").update();
        watch = watch();
    }

    private Watch watch() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("alarm", (RunAlarm) (whose, run) -> raised.add(run));
        var metrics = new RunMetrics(new SimpleMeterRegistry(), queue);
        return new Watch(tenancy, queue, hold, store, beans.getBeanProvider(RunAlarm.class), metrics, CLOCK, LIMIT);
    }

    @Test
    void a_run_that_waits_unbegun_for_too_long_is_raised_once_and_the_operator_acts_next() {
        var late = ordered(11);
        ordered(9);
        watch.look();
        watch.look();
        assertThat(raised).extracting(RunView::id).containsExactly(late);
        assertThat(raised.getFirst().step()).isNull();
        assertThat(raised.getFirst().actsNext()).isEqualTo(NeedsPerson.Who.OPERATOR);
    }

    @Test
    void a_run_that_has_a_worker_and_does_not_move_is_raised_and_again_once_it_has_moved_and_stopped_anew() {
        var run = ordered(11);
        queue.next(List.of("p"), 1).forEach(queue::admit);
        watch.look();
        assertThat(raised).extracting(RunView::id).containsExactly(run);

        var claim = tenancy.within(
                runner, () -> store.claim(runner, run, "node", List.of("a")).orElseThrow());
        tenancy.run(runner, () -> store.progressed(claim));
        watch.look();
        assertThat(raised).hasSize(1);
        lastMoved(run, 11);
        watch.look();
        assertThat(raised).hasSize(2);
    }

    @Test
    void what_somebody_has_paused_or_held_stands_by_their_will() {
        var paused = ordered(11);
        queue.move(paused, QueueState.WAITING, QueueState.PAUSED);
        watch.look();
        var held = ordered(11);
        hold.turn(true, Ids.next());
        watch.look();
        hold.turn(false, Ids.next());
        watch.look();
        assertThat(raised).as("just let go on, it cannot have moved yet").isEmpty();

        owner.sql("update run_hold set changed_at = now() - interval '11 minutes'")
                .update();
        watch.look();
        assertThat(raised).extracting(RunView::id).containsExactly(held);
    }

    @Test
    void a_long_line_that_does_not_move_is_raised_part_by_part() {
        for (int i = 0; i < 150; i++) ordered(11);
        watch.look();
        assertThat(raised).hasSize(100);
        watch.look();
        assertThat(raised).extracting(RunView::id).doesNotHaveDuplicates().hasSize(150);
    }

    private UUID ordered(int minutesAgo) {
        var subject = new CompanyId(Ids.next());
        var run = tenancy.within(runner, () -> {
            var start = store.order(runner, "p", subject, Map.of(), Ids.next()).orElseThrow();
            queue.enter(runner, start.run(), "p", subject);
            return start.run();
        });
        lastMoved(run, minutesAgo);
        return run;
    }

    private void lastMoved(UUID run, int minutesAgo) {
        owner.sql(
                        "update migration_run set moved_at = now() - make_interval(mins => :ago), alarmed_at = null where run_id = :run")
                .param("ago", minutesAgo)
                .param("run", run)
                .update();
    }
}
