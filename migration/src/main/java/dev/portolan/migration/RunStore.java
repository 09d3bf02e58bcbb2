package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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
    private static final String VIEW = """
            run_id, plan, subject_id, terms, phase, state, epoch, step, fault_code, fault, fault_at, reason_code, reason,
            node, ordered_at, wish, acts, moved_at, alarmed_at""";

    private final JdbcClient jdbc;
    private final Clock clock;

    RunStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Start(UUID run, int number) {}

    /**
     * Empty where the run is at work already. One that goes back begins anew: whoever may order has been told by its last
     * step that everything is given back; the next epoch fences off its worker.
     */
    Optional<Start> order(CompanyId runner, String plan, CompanyId subject, Map<String, String> terms, UUID by) {
        var start = jdbc.sql("""
                insert into migration_run as r
                  (company_id, run_id, plan, subject_id, by_user, terms, phase, state, ordered_at, changed_at, moved_at)
                values (:company, :run, :plan, :subject, :by, :terms, 'FORWARD', 'RUNNING', :now, :now, :now)
                on conflict (company_id, plan, subject_id) do update
                set run_id = case r.state when 'DONE' then excluded.run_id else r.run_id end,
                    by_user = excluded.by_user, terms = excluded.terms, phase = 'FORWARD', state = 'RUNNING',
                    epoch = r.epoch + 1, starts = r.starts + 1, steps = '{}', step = null, wish = null, wished_by = null, acts = null,
                    moved_at = excluded.moved_at, alarmed_at = null, attempts = 0, fault_code = null, fault = '{}',
                    fault_at = null, reason_code = null, reason = '{}', ordered_at = excluded.ordered_at,
                    changed_at = excluded.changed_at
                where r.state <> 'RUNNING' or r.phase = 'BACK'
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
                update migration_run
                set state = 'RUNNING', starts = starts + 1, attempts = 0, acts = null, alarmed_at = null,
                    moved_at = :now, changed_at = :now
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

    /** What has to be known before a run is claimed: as texts, since a newer version may have written them. */
    record Standing(String plan, String state, String phase) {
        boolean phaseKnown() {
            return Arrays.stream(Phase.values()).anyMatch(known -> known.name().equals(phase));
        }
    }

    Standing standing(CompanyId runner, UUID run) {
        return jdbc.sql("""
                select plan, state, phase from migration_run where company_id = :company and run_id = :run
                """)
                .param("company", runner.value())
                .param("run", run)
                .query(Standing.class)
                .single();
    }

    /**
     * Takes the run over with the next epoch; empty where nothing is to be done, or where a newer node has begun it with
     * steps that are not among these. Waits for writes of the worker before.
     */
    Optional<Claim> claim(CompanyId runner, UUID run, String node, List<String> steps) {
        return jdbc.sql("""
                update migration_run
                set epoch = epoch + 1, node = :node, steps = cast(:steps as text[]), changed_at = :now
                where company_id = :company and run_id = :run and state = 'RUNNING' and steps <@ cast(:steps as text[])
                returning run_id, plan, subject_id, by_user, terms, phase, epoch, attempts, reason_code, reason,
                  ordered_at
                """)
                .param("node", node)
                .param("steps", steps.toArray(String[]::new))
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

    /** It moves: faults no longer come in a row. Written at most every few seconds where there were none. */
    void progressed(Claim claim) {
        jdbc.sql("""
                update migration_run
                set attempts = 0, fault_code = null, fault = '{}', fault_at = null, moved_at = :now, alarmed_at = null
                where company_id = :company and run_id = :run and epoch = :epoch
                  and (fault_code is not null or alarmed_at is not null or moved_at < :while_ago)
                """)
                .param("now", now())
                .param("while_ago", Timestamp.from(clock.instant().minusSeconds(5)))
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
                update migration_run
                set state = :state, changed_at = :now, wish = null, wished_by = null,
                    acts = case :state when 'NEEDS_PERSON' then acts end
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
                set attempts = attempts + 1, fault_code = :code, fault = :arguments, fault_at = :now, changed_at = :now,
                    acts = :acts
                where company_id = :company and run_id = :run and epoch = :epoch
                returning attempts
                """)
                .param("code", fault.code())
                .param("arguments", RunRows.arguments(fault))
                .param("acts", RunRows.acts(fault))
                .param("now", now())
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .param("epoch", claim.epoch())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    Optional<RunView> find(CompanyId runner, String plan, CompanyId subject) {
        return jdbc.sql("""
                select %s from migration_run
                where company_id = :company and plan = :plan and subject_id = :subject
                """.formatted(VIEW))
                .param("company", runner.value())
                .param("plan", plan)
                .param("subject", subject.value())
                .query((row, number) -> RunRows.view(row))
                .optional();
    }

    List<RunView> all(CompanyId runner, String plan) {
        return jdbc.sql("""
                select %s from migration_run
                where company_id = :company and plan = :plan
                """.formatted(VIEW))
                .param("company", runner.value())
                .param("plan", plan)
                .query((row, number) -> RunRows.view(row))
                .list();
    }

    List<RunView> some(CompanyId runner, Collection<UUID> runs) {
        return jdbc.sql("""
                select %s from migration_run
                where company_id = :company and run_id = any (:runs)
                """.formatted(VIEW))
                .param("company", runner.value())
                .param("runs", runs.toArray(UUID[]::new))
                .query((row, number) -> RunRows.view(row))
                .list();
    }

    /** Marks those of these runs that stand, or have not moved since, and have not been marked yet. */
    List<RunView> alarm(CompanyId runner, Collection<UUID> runs, Instant since) {
        return jdbc.sql("""
                update migration_run set alarmed_at = :now
                where company_id = :company and run_id = any (:runs) and alarmed_at is null
                  and (state = 'NEEDS_PERSON' or state = 'RUNNING' and wish is distinct from 'PAUSE' and moved_at < :since)
                returning %s
                """.formatted(VIEW))
                .param("now", now())
                .param("company", runner.value())
                .param("runs", runs.toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .query((row, number) -> RunRows.view(row))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
