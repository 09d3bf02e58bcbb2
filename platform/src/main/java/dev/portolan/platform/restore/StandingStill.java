package dev.portolan.platform.restore;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;

/** While no writes are taken no task of the scheduler is begun either: no run, no end of a freeze, no mail. */
public final class StandingStill implements ExecutionInterceptor {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final RestoreWatch watch;

    public StandingStill(RestoreWatch watch) {
        this.watch = watch;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        if (watch.closed().isEmpty()) return chain.proceed(task, context);
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
    }
}
