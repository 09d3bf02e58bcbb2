package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets runs right after a database was restored from a backup, while none is at work. Whatever is changed gets a greater
 * epoch, so that a worker from before can write nothing more.
 */
@Component
public class RestoredRuns {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final RunQueue queue;
    private final Clock clock;

    RestoredRuns(Tenancy tenancy, JdbcClient jdbc, RunQueue queue, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.queue = queue;
        this.clock = clock;
    }

    /** A run of a subject, whoever ordered it. */
    public record Found(UUID runId, UUID runnerId, String plan) {}

    /** The subject's newest run of a plan. */
    public Optional<Found> find(CompanyId subject, String plan) {
        return jdbc.sql("""
                select run_id, runner_id, plan from run_queue
                where subject_id = :subject and plan = :plan
                order by ordered_at desc
                limit 1
                """)
                .param("subject", subject.value())
                .param("plan", plan)
                .query(Found.class)
                .optional();
    }

    /** Whether the subject has a run of the plan that is done or at work, not one that went back. */
    public boolean stands(CompanyId subject, String plan) {
        return jdbc.sql("""
                select exists (select from run_queue
                               where subject_id = :subject and plan = :plan and outcome is distinct from 'FAILED')
                """)
                .param("subject", subject.value())
                .param("plan", plan)
                .query(Boolean.class)
                .single();
    }

    /** Whose runs there are. */
    public List<UUID> subjects() {
        return jdbc.sql("select distinct subject_id from run_queue")
                .query(UUID.class)
                .list();
    }

    /** The next claim gets an epoch beyond this one. */
    public void raise(CompanyId runner, UUID run, long epoch) {
        tenancy.run(
                runner,
                () -> jdbc.sql("""
                update migration_run set epoch = greatest(epoch, :epoch) + 1, changed_at = :now
                where company_id = :company and run_id = :run
                """)
                        .param("epoch", epoch)
                        .param("now", now())
                        .param("company", runner.value())
                        .param("run", run)
                        .update());
    }

    /** Begins a run anew, as it was ordered. */
    public void again(CompanyId runner, UUID run, String plan, CompanyId subject, long epoch) {
        tenancy.run(runner, () -> {
            raise(runner, run, epoch);
            set(runner, run, Phase.FORWARD, RunState.RUNNING);
            queue.enter(runner, run, plan, subject);
        });
    }

    /**
     * Puts a run into a phase and state, from the first step of the phase on; makes it under this id where it was lost.
     *
     * @param terms and
     * @param by of the order, for a run that was lost
     */
    public void enter(
            CompanyId runner,
            UUID run,
            String plan,
            CompanyId subject,
            Phase phase,
            RunState state,
            long epoch,
            Map<String, String> terms,
            UUID by) {
        tenancy.run(runner, () -> {
            make(runner, run, plan, subject, terms, by);
            queue.enter(runner, run, plan, subject);
            raise(runner, run, epoch);
            set(runner, run, phase, state);
            if (state != RunState.RUNNING) queue.move(run, QueueState.WAITING, QueueState.ENDED);
        });
    }

    private void make(CompanyId runner, UUID run, String plan, CompanyId subject, Map<String, String> terms, UUID by) {
        jdbc.sql("""
                insert into migration_run
                  (company_id, run_id, plan, subject_id, by_user, terms, phase, state, ordered_at, changed_at, moved_at)
                values (:company, :run, :plan, :subject, :by, :terms, 'FORWARD', 'RUNNING', :now, :now, :now)
                on conflict (company_id, run_id) do nothing
                """)
                .param("company", runner.value())
                .param("run", run)
                .param("plan", plan)
                .param("subject", subject.value())
                .param("by", by)
                .param("terms", Terms.array(terms))
                .param("now", now())
                .update();
    }

    private void set(CompanyId runner, UUID run, Phase phase, RunState state) {
        jdbc.sql("""
                update migration_run
                set phase = :phase, state = :state, starts = starts + 1, steps = '{}', step = null, wish = null,
                    wished_by = null, acts = null, attempts = 0, fault_code = null, fault = '{}', fault_at = null,
                    reason_code = null, reason = '{}', moved_at = :now, alarmed_at = null, changed_at = :now
                where company_id = :company and run_id = :run
                """)
                .param("phase", phase.name())
                .param("state", state.name())
                .param("now", now())
                .param("company", runner.value())
                .param("run", run)
                .update();
        jdbc.sql("delete from migration_checkpoint where company_id = :company and run_id = :run")
                .param("company", runner.value())
                .param("run", run)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
