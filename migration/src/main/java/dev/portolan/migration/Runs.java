package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes orders, and says how far they are. */
@Component
public class Runs {
    static final TaskDescriptor<RunKey> TASK = TaskDescriptor.of("migration-run", RunKey.class);

    private final Tenancy tenancy;
    private final RunStore store;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Runs(Tenancy tenancy, RunStore store, SchedulerClient scheduler, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Orders a plan for a subject, joining the caller's transaction: the work begins once that has committed. A run that
     * is at work already stays as it is; one that has ended begins again.
     *
     * @return the id of the run, the same for every order of this plan and subject
     */
    public UUID order(CompanyId runner, String plan, CompanyId subject, Map<String, String> terms, UUID by) {
        return tenancy.within(runner, () -> {
            var started = store.order(runner, plan, subject, terms, by);
            started.ifPresent(start -> schedule(runner, start));
            return started.map(RunStore.Start::run)
                    .orElseGet(() -> find(runner, plan, subject).orElseThrow().id());
        });
    }

    /**
     * Lets a run go on that stands until a person acts; by who has removed the cause. Joins the caller's transaction.
     *
     * @return false where it does not stand
     */
    public boolean resume(CompanyId runner, String plan, CompanyId subject) {
        return tenancy.within(runner, () -> {
            var start = store.resume(runner, plan, subject);
            start.ifPresent(again -> schedule(runner, again));
            return start.isPresent();
        });
    }

    private void schedule(CompanyId runner, RunStore.Start start) {
        scheduler.scheduleIfNotExists(TASK.instance(start.run() + ":" + start.number())
                .data(new RunKey(runner.value(), start.run()))
                .scheduledTo(clock.instant()));
    }

    /** The run of a plan for a subject. */
    public Optional<RunView> find(CompanyId runner, String plan, CompanyId subject) {
        return tenancy.within(runner, () -> store.find(runner, plan, subject));
    }

    /** All runs of a plan that the runner has ordered. */
    public List<RunView> all(CompanyId runner, String plan) {
        return tenancy.within(runner, () -> store.all(runner, plan));
    }
}
