package dev.portolan.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.traces.Traces;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Runs of made-up plans on PostgreSQL. */
class EngineTest {
    private static final CompanyId RUNNER = new CompanyId(Ids.next());
    private static final Backoff TWICE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 2);
    private static Tenancy tenancy;
    private static RunStore store;
    private static WishStore wishes;
    private static RunQueue queue;
    private static RunHold hold;

    private static JdbcClient owner;

    private final List<String> done = new ArrayList<>();
    private CompanyId subject;
    private Engine engine;

    @BeforeAll
    static void database() {
        var database = PostgresServer.forTests().migrated(App.CLOUD, "engine_template", EngineTest::migrate);
        var source = database.userDataSource();
        owner = JdbcClient.create(database.ownerDataSource());
        tenancy = new Tenancy(new JdbcTransactionManager(source), source);
        var jdbc = JdbcClient.create(source);
        store = new RunStore(jdbc, Clock.systemUTC());
        wishes = new WishStore(jdbc, Clock.systemUTC());
        queue = new RunQueue(jdbc, Clock.systemUTC());
        hold = new RunHold(jdbc, Clock.systemUTC());
    }

    @BeforeEach
    void freshSubject() {
        subject = new CompanyId(Ids.next());
    }

    @Test
    void steps_are_done_in_their_order_once_and_what_comes_after_the_point_of_no_return_follows() {
        var run = order(new Plan("p", List.of(step("a"), step("b")), List.of(step("c")), List.of(step("back"))));
        assertThat(work(run)).isEmpty();
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(view().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_fault_that_may_pass_is_tried_again_with_longer_pauses_and_then_goes_back() {
        var run = order(new Plan(
                "p",
                List.of(step("a"), failing(new AgainLater("later", TWICE, null))),
                List.of(),
                List.of(step("back"))));
        assertThat(work(run)).contains(Duration.ofSeconds(1));
        assertThat(view().faultCode()).isEqualTo("later");
        assertThat(work(run)).isEmpty();
        assertThat(done).containsExactly("a", "back");
        assertThat(view().state()).isEqualTo(RunState.FAILED);
        assertThat(view().reasonCode()).isEqualTo("later");
    }

    @Test
    void while_somebody_stands_still_no_pause_is_longer_than_a_second() {
        var slow = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 100);
        var still = new boolean[] {true};
        var run = order(new Plan(
                "p", List.of(failing(new AgainLater("later", slow, null))), List.of(), List.of(), any -> still[0]));
        for (int fault = 1; fault <= 6; fault++) assertThat(work(run)).contains(Duration.ofSeconds(1));
        still[0] = false;
        assertThat(work(run)).contains(Duration.ofSeconds(30));
    }

    @Test
    void an_unreachable_side_is_waited_for_for_hours() {
        var backoff = Backoff.UNREACHABLE;
        var waited = Stream.iterate(1, fault -> fault + 1)
                .limit(backoff.tries() - 1)
                .map(backoff::pause)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isGreaterThan(Duration.ofHours(12));
    }

    @Test
    void a_refusal_goes_back_at_once_with_its_reason() {
        var run = order(new Plan("p", List.of(failing(new Refused("taken", "x@y"))), List.of(), List.of(step("back"))));
        assertThat(work(run)).isEmpty();
        assertThat(done).containsExactly("back");
        assertThat(view().reason()).containsExactly("x@y");
    }

    @Test
    void what_nobody_expected_is_tried_again_and_not_swallowed() {
        var run = order(new Plan("p", List.of(failing(new IllegalStateException("bug"))), List.of(), List.of()));
        assertThat(work(run)).isPresent();
        assertThat(view().faultCode()).isEqualTo("unexpected");
        assertThat(view().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void after_the_point_of_no_return_it_never_goes_back_but_stands_until_a_person_acts() {
        var mended = new boolean[1];
        var check = Step.of("check", run -> {
            if (!mended[0]) throw new NeedsPerson(NeedsPerson.Who.OPERATOR, "differs");
        });
        var run = order(new Plan("p", List.of(step("a")), List.of(check, step("c")), List.of(step("back"))));
        assertThat(work(run)).isEmpty();
        assertThat(done).containsExactly("a");
        assertThat(view().state()).isEqualTo(RunState.NEEDS_PERSON);

        mended[0] = true;
        assertThat(tenancy.within(RUNNER, () -> store.resume(RUNNER, "p", subject)))
                .isPresent();
        work(run);
        assertThat(done).containsExactly("a", "c");
    }

    @Test
    void going_back_turns_onward_where_the_point_of_no_return_was_passed_after_all() {
        var back = Step.of("back", Run::turnOnward);
        var run = order(new Plan("p", List.of(failing(new Refused("no"))), List.of(step("c")), List.of(back)));
        work(run);
        assertThat(done).containsExactly("c");
        assertThat(view().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_worker_whose_run_was_claimed_by_another_writes_nothing_any_more() {
        var stolen = Step.of("stolen", run -> {
            tenancy.run(RUNNER, () -> store.claim(RUNNER, run.id(), "other", List.of("stolen", "back")));
            run.write(() -> done.add("written"));
        });
        var run = order(new Plan("p", List.of(stolen), List.of(), List.of(step("back"))));
        assertThat(work(run)).isEmpty();
        assertThat(done).isEmpty();
        assertThat(view().epoch()).isEqualTo(2);
        assertThat(view().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void a_node_that_shuts_down_leaves_the_run_to_another_at_once() {
        var run = order(new Plan("p", List.of(step("a")), List.of(), List.of()));
        assertThat(engine.work(RUNNER, run, "node", () -> true)).isEqualTo(new Rest.Again(Duration.ZERO));
        work(run);
        assertThat(done).containsExactly("a");
    }

    @Test
    void an_order_for_a_run_at_work_changes_nothing_and_one_that_ended_begins_again_with_a_higher_epoch() {
        var run = order(new Plan("p", List.of(failing(new Refused("no"))), List.of(), List.of()));
        assertThat(start()).isEmpty();
        work(run);
        long epoch = view().epoch();
        assertThat(start()).map(RunStore.Start::run).contains(run);
        work(run);
        assertThat(view().epoch()).isGreaterThan(epoch);
    }

    @Test
    void rows_of_another_company_are_not_seen() {
        order(new Plan("p", List.of(), List.of(), List.of()));
        assertThat(tenancy.within(new CompanyId(Ids.next()), () -> store.all(RUNNER, "p")))
                .isEmpty();
    }

    @Test
    void pauses_double_up_to_the_longest() {
        assertThat(List.of(TWICE.pause(1), TWICE.pause(2), TWICE.pause(60)))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    @Test
    void terms_come_back_as_they_were_given() {
        var terms = Map.of("a", "x=y", "b", "");
        assertThat(Terms.map(Terms.array(terms))).isEqualTo(terms);
        assertThatThrownBy(() -> Terms.map(new String[] {"bad"})).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_paused_run_lets_go_before_its_next_step_and_goes_on_there() {
        var pausing = Step.of("a", run -> {
            done.add("a");
            wish(run.id(), Wish.PAUSE);
        });
        var run = order(new Plan("p", List.of(pausing, step("b")), List.of(), List.of(step("back"))));
        assertThat(rest(run)).isEqualTo(Rest.Over.PAUSED);
        assertThat(rest(run)).as("also when it is tried meanwhile").isEqualTo(Rest.Over.PAUSED);
        assertThat(done).containsExactly("a");
        assertThat(view().wish()).isEqualTo(Wish.PAUSE);

        assertThat(tenancy.within(RUNNER, () -> wishes.unpause(RUNNER, run))).isTrue();
        assertThat(rest(run)).isEqualTo(Rest.Over.ENDED);
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void under_a_freeze_a_pause_is_held_until_it_is_over() {
        var frozen = new boolean[] {true};
        var thaw = Step.of("thaw", run -> {
            done.add("thaw");
            frozen[0] = false;
        });
        var run = order(
                new Plan("p", List.of(step("a"), step("b"), thaw, step("c")), List.of(), List.of(), any -> frozen[0]));
        wish(run, Wish.PAUSE);
        assertThat(rest(run)).isEqualTo(Rest.Over.PAUSED);
        assertThat(done).containsExactly("a", "b", "thaw");
    }

    @Test
    void a_cancelled_run_gives_back_also_under_a_freeze() {
        var cancelling = Step.of("a", run -> wish(run.id(), Wish.CANCEL));
        var run =
                order(new Plan("p", List.of(cancelling, step("b")), List.of(), List.of(step("back")), frozen -> true));
        assertThat(rest(run)).isEqualTo(Rest.Over.ENDED);
        assertThat(done).containsExactly("back");
        assertThat(view().state()).isEqualTo(RunState.FAILED);
        assertThat(view().reasonCode()).isEqualTo("cancelled");
        assertThat(view().wish()).isNull();
    }

    @Test
    void whoever_wants_a_run_stopped_is_told_whether_it_has_begun_and_whether_it_can_be() {
        var run = order(new Plan("p", List.of(step("a")), List.of(), List.of()));
        assertThat(tenancy.within(RUNNER, () -> wishes.forward(RUNNER, run)))
                .contains(new WishStore.Forward(run, false));
        work(run);
        assertThat(tenancy.within(RUNNER, () -> wishes.forward(RUNNER, run))).isEmpty();
    }

    @Test
    void after_the_point_of_no_return_a_wish_changes_nothing() {
        var run = order(new Plan(
                "p",
                List.of(step("a")),
                List.of(Step.of("b", at -> wish(at.id(), Wish.CANCEL)), step("c")),
                List.of(step("back"))));
        assertThat(rest(run)).isEqualTo(Rest.Over.ENDED);
        assertThat(done).containsExactly("a", "c");
        assertThat(view().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void what_a_newer_version_has_begun_with_steps_unknown_here_waits_for_a_node_that_knows_them() {
        var newer =
                new Plan("p", List.of(step("a"), failing(new AgainLater("later", TWICE, null))), List.of(), List.of());
        var run = order(newer);
        work(run);
        engine = engine(new Plan("p", List.of(step("a")), List.of(), List.of()));
        assertThat(rest(run)).isEqualTo(Rest.Over.STRANGE);
        assertThat(view().epoch()).as("it was not even claimed").isEqualTo(1);
        assertThat(view().state()).isEqualTo(RunState.RUNNING);

        engine = engine(new Plan("other", List.of(), List.of(), List.of()));
        assertThat(rest(run)).isEqualTo(Rest.Over.STRANGE);
        engine = engine(newer);
        assertThat(rest(run)).as("a node that knows it goes on").isEqualTo(Rest.Over.ENDED);
    }

    @Test
    void an_unknown_phase_waits_too_and_can_be_shown() {
        var plan = new Plan("p", List.of(failing(new AgainLater("later", TWICE, null))), List.of(), List.of());
        var run = order(plan);
        owner.sql("alter table migration_run drop constraint migration_run_phase_check")
                .update();
        owner.sql("update migration_run set phase = 'SIDEWAYS' where run_id = :run")
                .param("run", run)
                .update();
        assertThat(rest(run)).isEqualTo(Rest.Over.STRANGE);
        assertThat(view().state()).isEqualTo(RunState.RUNNING);
    }

    private void wish(UUID run, Wish wish) {
        tenancy.run(RUNNER, () -> wishes.wish(RUNNER, run, wish, Ids.next()));
    }

    private Step step(String name) {
        return Step.of(name, run -> run.write(() -> done.add(name)));
    }

    private static Step failing(RuntimeException fault) {
        return Step.of("failing", run -> {
            throw fault;
        });
    }

    private UUID order(Plan plan) {
        engine = engine(plan);
        return start().orElseThrow().run();
    }

    private static Engine engine(Plan plan) {
        var beans = new StaticListableBeanFactory();
        return new Engine(
                tenancy,
                store,
                wishes,
                queue,
                hold,
                new RunMetrics(new SimpleMeterRegistry(), queue),
                Traces.off(),
                List.of(plan),
                beans.getBeanProvider(FaultPoints.class));
    }

    private Optional<RunStore.Start> start() {
        return tenancy.within(RUNNER, () -> store.order(RUNNER, "p", subject, Map.of("k", "v"), Ids.next()));
    }

    /** How long it wants to wait; empty where it is over. */
    private Optional<Duration> work(UUID run) {
        return rest(run) instanceof Rest.Again(Duration pause) ? Optional.of(pause) : Optional.empty();
    }

    private Rest rest(UUID run) {
        return engine.work(RUNNER, run, "node", () -> false);
    }

    private RunView view() {
        return tenancy.within(RUNNER, () -> store.find(RUNNER, "p", subject)).orElseThrow();
    }

    /** The engine's tables alone, with what they expect to be there. */
    static void migrate(String url, String owner, String password) {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var call = connection.createStatement()) {
            call.execute(
                    "alter default privileges in schema public grant select, insert, update, delete on tables to cloud_app");
            call.execute("grant usage on schema public to cloud_app");
            call.execute(
                    "create function bound_company() returns uuid language sql stable return nullif(current_setting('app.tenant', true), '')::uuid");
            for (var script : List.of("V30__runs.sql", "V42__queue.sql", "V50__operators.sql"))
                call.execute(text(script));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String script) throws IOException {
        try (var sql = Objects.requireNonNull(EngineTest.class.getResourceAsStream("/db/upgrade/" + script))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
