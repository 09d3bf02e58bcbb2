package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.platform.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs as tasks of the scheduler, which keeps a heartbeat while a node works on one and lets another node revive it when
 * the heartbeats stop.
 */
@Configuration(proxyBeanMethods = false)
class RunTask {
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Clock clock;
    private final Semaphore slots;

    /** @param parallel how many runs this node works on at once, so that mails and others find free threads */
    RunTask(Clock clock, @Value("${portolan.migration.parallel-runs:4}") int parallel) {
        this.clock = clock;
        this.slots = new Semaphore(parallel);
    }

    @Bean
    Task<RunKey> migrationRun(
            ObjectProvider<Engine> engine) { // the steps may need the scheduler, which needs this task
        return Tasks.custom(Runs.TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(SHORTLY)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(engine.getObject(), instance, context));
    }

    private CompletionHandler<RunKey> execute(Engine engine, TaskInstance<RunKey> instance, ExecutionContext context) {
        if (!slots.tryAcquire()) return again(SHORTLY);
        try {
            return work(engine, instance.getData(), context)
                    .map(this::again)
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        } finally {
            slots.release();
        }
    }

    /** Waits out short pauses here: who stands still under a freeze shall not wait for the scheduler as well. */
    private static Optional<Duration> work(Engine engine, RunKey key, ExecutionContext context) {
        var company = new CompanyId(key.company());
        BooleanSupplier stopping = () -> context.getSchedulerState().isShuttingDown();
        while (true) {
            var pause = engine.work(company, key.run(), context.getExecution().pickedBy, stopping);
            if (pause.isEmpty() || pause.get().compareTo(Backoff.PRESSING) > 0 || stopping.getAsBoolean()) return pause;
            LockSupport.parkNanos(pause.get().toNanos());
        }
    }

    private CompletionHandler<RunKey> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(pause));
    }
}
