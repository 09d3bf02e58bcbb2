package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.portolan.platform.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Runs as tasks of the scheduler, which keeps a heartbeat while a node works on one and lets another node revive it when
 * the heartbeats stop.
 */
@Configuration(proxyBeanMethods = false)
class RunTask {
    private static final Logger log = LoggerFactory.getLogger(RunTask.class);
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Clock clock;
    private final ObjectProvider<Engine> engine; // the steps may need the scheduler, which needs these tasks
    private final RunQueue queue;
    private final Admission admission;

    RunTask(Clock clock, ObjectProvider<Engine> engine, RunQueue queue, Admission admission) {
        this.clock = clock;
        this.engine = engine;
        this.queue = queue;
        this.admission = admission;
    }

    @Bean
    Task<RunKey> migrationRun() {
        return Tasks.custom(Runs.TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(SHORTLY)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance.getData(), context));
    }

    /** For what became due, and for workers that other nodes have left. */
    @Bean
    Task<Void> runAdmission() {
        return Tasks.recurring("migration-admission", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> admission.admit());
    }

    private CompletionHandler<RunKey> execute(RunKey key, ExecutionContext context) {
        if (!queue.holds(key.run(), key.turn())) return new CompletionHandler.OnCompleteRemove<>();
        admission.begins();
        Rest rest;
        try {
            rest = work(key, context);
        } finally {
            admission.ends();
        }
        if (rest instanceof Rest.Again(Duration pause) && (pause.isZero() || key.turn() == 0)) return again(pause);
        settle(key, rest);
        admission.admit();
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** Waits out short pauses here: who stands still under a freeze shall not wait for the scheduler as well. */
    private Rest work(RunKey key, ExecutionContext context) {
        var company = new CompanyId(key.company());
        BooleanSupplier stopping = () -> context.getSchedulerState().isShuttingDown();
        while (true) {
            var rest = attempt(company, key, context.getExecution().pickedBy, stopping);
            if (stopping.getAsBoolean() && rest instanceof Rest.Again) return new Rest.Again(Duration.ZERO);
            if (!(rest instanceof Rest.Again(Duration pause)) || pause.compareTo(Backoff.PRESSING) > 0) return rest;
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** A database that is away for a moment is waited for here: the run's company may stand still. */
    private Rest attempt(CompanyId company, RunKey key, String node, BooleanSupplier stopping) {
        try {
            return engine.getObject().work(company, key.run(), node, stopping);
        } catch (DataAccessException | TransactionException away) {
            log.warn("database away run={}", key.run(), away);
            return new Rest.Again(Backoff.PRESSING);
        }
    }

    private void settle(RunKey key, Rest rest) {
        var now = clock.instant();
        switch (rest) {
            case Rest.Again(Duration pause) -> queue.settle(key.run(), key.turn(), QueueState.WAITING, now.plus(pause));
            case Rest.Over over -> {
                switch (over) {
                    case ENDED -> queue.settle(key.run(), key.turn(), QueueState.ENDED, now);
                    case STANDS -> queue.settle(key.run(), key.turn(), QueueState.STANDS, now);
                    case STRANGE -> queue.settle(key.run(), key.turn(), QueueState.WAITING, now.plus(SHORTLY));
                    case PAUSED, TAKEN -> {} // said already
                }
            }
        }
    }

    /** The same turn goes on: this node shuts down and another takes it on at once, or it is one from before there were turns. */
    private CompletionHandler<RunKey> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(pause));
    }
}
