package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which run has a worker, and which waits for one, over all companies: ids and times, nobody's data. */
@Repository
class RunQueue {
    private final JdbcClient jdbc;
    private final Clock clock;

    RunQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who waits for a worker next. */
    record Waiting(UUID runId, UUID runnerId, long turn) {}

    /** A run that somebody should look at. */
    record Still(UUID runnerId, UUID runId) {}

    /** Puts a run in line that was ordered, or resumed. */
    void enter(CompanyId runner, UUID run, String plan, CompanyId subject) {
        jdbc.sql("""
                insert into run_queue as q (run_id, runner_id, subject_id, plan, state, due_at, since)
                values (:run, :runner, :subject, :plan, 'WAITING', :now, :now)
                on conflict (run_id) do update
                set state = 'WAITING', due_at = excluded.due_at, since = excluded.since
                """)
                .param("run", run)
                .param("runner", runner.value())
                .param("subject", subject.value())
                .param("plan", plan)
                .param("now", now())
                .update();
    }

    /** Whether this turn still has the run; a task from before there were turns has turn 0. */
    boolean holds(UUID run, long turn) {
        return turn == 0
                || jdbc.sql("select count(*) from run_queue where run_id = :run and turn = :turn and state = 'AT_WORK'")
                                .param("run", run)
                                .param("turn", turn)
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** Keeps why a worker let go; where the run was ordered anew meanwhile, that stands. */
    void settle(UUID run, long turn, QueueState state, Instant due) {
        jdbc.sql("""
                update run_queue set state = :state, due_at = :due, since = :now
                where run_id = :run and (turn = :turn or :turn = 0) and state = 'AT_WORK'
                """)
                .param("state", state.name())
                .param("due", Timestamp.from(due))
                .param("now", now())
                .param("run", run)
                .param("turn", turn)
                .update();
    }

    /** Moves a run that nobody works on. */
    boolean move(UUID run, QueueState from, QueueState to) {
        return jdbc.sql("""
                update run_queue set state = :to, due_at = :now, since = :now where run_id = :run and state = :from
                """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("now", now())
                        .param("run", run)
                        .update()
                == 1;
    }

    /** Has a run that waits or is paused carry out a wish at once. */
    void hasten(UUID run) {
        jdbc.sql("""
                update run_queue set state = 'WAITING', due_at = :now, since = :now
                where run_id = :run and state in ('WAITING', 'PAUSED')
                """).param("run", run).param("now", now()).update();
    }

    /** One node at a time gives out workers; the lock ends with the transaction. */
    void lockAdmission() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('run_queue'))")
                .query((row, number) -> 1)
                .single();
    }

    /**
     * Runner by runner: who has the fewest at work comes first, so that many runs of one never hold up the few of
     * another. While all are held, only those that give back, are past the point of no return, or are cancelled.
     */
    List<Waiting> next(Collection<String> plans, int limit) {
        return jdbc.sql("""
                select run_id, runner_id, turn
                from (select q.run_id, q.runner_id, q.turn, q.due_at,
                             coalesce(w.workers, 0)
                               + row_number() over (partition by q.runner_id order by q.due_at, q.run_id) as place
                      from run_queue q
                      left join (select runner_id, count(*) as workers
                                 from run_queue where state = 'AT_WORK' group by runner_id) w
                        on w.runner_id = q.runner_id
                      where q.state = 'WAITING' and q.due_at <= :now and q.plan = any (:plans)
                        and (not (select held from run_hold) or q.phase <> 'FORWARD' or q.wish = 'CANCEL')) line
                order by place, due_at, run_id
                limit :limit
                """)
                .param("now", now())
                .param("plans", plans.toArray(String[]::new))
                .param("limit", limit)
                .query(Waiting.class)
                .list();
    }

    void admit(Waiting run) {
        jdbc.sql("""
                update run_queue set state = 'AT_WORK', turn = :turn, since = :now
                where run_id = :run and state = 'WAITING'
                """)
                .param("turn", run.turn() + 1)
                .param("now", now())
                .param("run", run.runId())
                .update();
    }

    /**
     * Those that stand, or have not moved since, also where they wait for their first worker, and of which that is not known
     * yet; the longest first. Not all at once where a thousand wait in a line that does not move.
     */
    List<Still> still(Instant since, int limit) {
        return jdbc.sql("""
                select runner_id, run_id from run_queue
                where alarmed_at is null and wish is distinct from 'PAUSE'
                  and (state = 'STANDS' or state in ('AT_WORK', 'WAITING') and moved_at < :since)
                order by moved_at, run_id
                limit :limit
                """)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query(Still.class)
                .list();
    }

    /** How many runs are in this state. */
    int count(QueueState state) {
        return jdbc.sql("select count(*) from run_queue where state = :state")
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
