package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of runs; every method expects a transaction bound to the runner. */
@Repository
class RunStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    RunStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Start(UUID run, int number) {}

    /** Empty where the run is at work already. */
    Optional<Start> order(CompanyId runner, String plan, CompanyId subject, Map<String, String> terms, UUID by) {
        var start = jdbc.sql("""
                insert into migration_run as r
                  (company_id, run_id, plan, subject_id, by_user, terms, phase, state, ordered_at, changed_at)
                values (:company, :run, :plan, :subject, :by, :terms, 'FORWARD', 'RUNNING', :now, :now)
                on conflict (company_id, plan, subject_id) do update
                set by_user = excluded.by_user, terms = excluded.terms, phase = 'FORWARD', state = 'RUNNING',
                    starts = r.starts + 1, step = null, attempts = 0, fault_code = null, fault = '{}',
                    fault_at = null, reason_code = null, reason = '{}', ordered_at = excluded.ordered_at,
                    changed_at = excluded.changed_at
                where r.state <> 'RUNNING'
                returning run_id, starts
                """)
                .param("company", runner.value())
                .param("run", Ids.next())
                .param("plan", plan)
                .param("subject", subject.value())
                .param("by", by)
                .param("terms", Terms.array(terms))
                .param("now", now())
                .query((row, number) -> new Start(row.getObject("run_id", UUID.class), row.getInt("starts")))
                .optional();
        start.ifPresent(
                again -> jdbc.sql("delete from migration_checkpoint where company_id = :company and run_id = :run")
                        .param("company", runner.value())
                        .param("run", again.run())
                        .update());
        return start;
    }

    /** Empty where it does not wait for a person. */
    Optional<Start> resume(CompanyId runner, String plan, CompanyId subject) {
        return jdbc.sql("""
                update migration_run set state = 'RUNNING', starts = starts + 1, attempts = 0, changed_at = :now
                where company_id = :company and plan = :plan and subject_id = :subject and state = 'NEEDS_PERSON'
                returning run_id, starts
                """)
                .param("now", now())
                .param("company", runner.value())
                .param("plan", plan)
                .param("subject", subject.value())
                .query((row, number) -> new Start(row.getObject("run_id", UUID.class), row.getInt("starts")))
                .optional();
    }

    /** Takes the run over with the next epoch; empty where nothing is to be done. Waits for writes of the worker before. */
    Optional<Claim> claim(CompanyId runner, UUID run, String node) {
        return jdbc.sql("""
                update migration_run
                set epoch = epoch + 1, node = :node, changed_at = :now
                where company_id = :company and run_id = :run and state = 'RUNNING'
                returning run_id, plan, subject_id, by_user, terms, phase, epoch, attempts, reason_code, reason
                """)
                .param("node", node)
                .param("now", now())
                .param("company", runner.value())
                .param("run", run)
                .query((row, number) -> RunRows.claim(runner, row))
                .optional();
    }

    boolean holds(Claim claim) {
        return jdbc.sql("""
                select epoch from migration_run where company_id = :company and run_id = :run for share
                """)
                        .param("company", claim.runner().value())
                        .param("run", claim.id())
                        .query(Long.class)
                        .single()
                == claim.epoch();
    }

    /** The epoch that passed the step, 0 for none. */
    long checkpoint(Claim claim, String step) {
        return jdbc.sql("""
                select epoch from migration_checkpoint
                where company_id = :company and run_id = :run and step = :step
                """)
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("step", step)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void pass(Claim claim, String step) {
        jdbc.sql("""
                insert into migration_checkpoint (company_id, run_id, step, epoch, at)
                values (:company, :run, :step, :epoch, :now)
                on conflict (company_id, run_id, step) do update set epoch = excluded.epoch, at = excluded.at
                """)
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("step", step)
                .param("epoch", claim.epoch())
                .param("now", now())
                .update();
        progressed(claim);
    }

    /** Faults no longer come in a row. */
    void progressed(Claim claim) {
        jdbc.sql("""
                update migration_run set attempts = 0, fault_code = null, fault = '{}', fault_at = null
                where company_id = :company and run_id = :run and epoch = :epoch and fault_code is not null
                """)
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .update();
    }

    void standsAt(Claim claim, String step) {
        jdbc.sql("""
                update migration_run set step = :step, changed_at = :now
                where company_id = :company and run_id = :run and epoch = :epoch
                """)
                .param("step", step)
                .param("now", now())
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .update();
    }

    void turn(Claim claim, Phase phase, @Nullable Fault why) {
        jdbc.sql("""
                update migration_run
                set phase = :phase, attempts = 0, reason_code = :code, reason = :arguments, changed_at = :now
                where company_id = :company and run_id = :run and epoch = :epoch
                """)
                .param("phase", phase.name())
                .param("code", why == null ? null : why.code())
                .param("arguments", RunRows.arguments(why))
                .param("now", now())
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .update();
    }

    void end(Claim claim, RunState state) {
        jdbc.sql("""
                update migration_run set state = :state, changed_at = :now
                where company_id = :company and run_id = :run and epoch = :epoch
                """)
                .param("state", state.name())
                .param("now", now())
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .update();
    }

    /** @return faults in a row, this one included */
    int fault(Claim claim, Fault fault) {
        return jdbc.sql("""
                update migration_run
                set attempts = attempts + 1, fault_code = :code, fault = :arguments, fault_at = :now, changed_at = :now
                where company_id = :company and run_id = :run and epoch = :epoch
                returning attempts
                """)
                .param("code", fault.code())
                .param("arguments", RunRows.arguments(fault))
                .param("now", now())
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    Optional<RunView> find(CompanyId runner, String plan, CompanyId subject) {
        return all(runner, plan).stream()
                .filter(run -> run.subject().equals(subject))
                .findFirst();
    }

    List<RunView> all(CompanyId runner, String plan) {
        return jdbc.sql("""
                select run_id, subject_id, terms, phase, state, epoch, step, fault_code, fault, fault_at, reason_code, reason,
                       node, ordered_at
                from migration_run
                where company_id = :company and plan = :plan
                """)
                .param("company", runner.value())
                .param("plan", plan)
                .query((row, number) -> RunRows.view(row))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
