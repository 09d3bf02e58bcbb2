package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes orders, and says how far they are. Every order joins the caller's transaction. */
@Component
public class Runs {
    static final TaskDescriptor<RunKey> TASK = TaskDescriptor.of("migration-run", RunKey.class);

    private final Tenancy tenancy;
    private final RunStore store;
    private final WishStore wishes;
    private final RunQueue queue;
    private final RunHold hold;
    private final Admission admission;

    Runs(Tenancy tenancy, RunStore store, WishStore wishes, RunQueue queue, RunHold hold, Admission admission) {
        this.tenancy = tenancy;
        this.store = store;
        this.wishes = wishes;
        this.queue = queue;
        this.hold = hold;
        this.admission = admission;
    }

    /**
     * Orders a plan for a subject: the work begins once the transaction has committed and a worker is free. A run that is
     * at work already stays as it is; one that has ended begins again.
     *
     * @return the id of the run: the same for every order of this plan and subject, until one is done
     */
    public UUID order(CompanyId runner, String plan, CompanyId subject, Map<String, String> terms, UUID by) {
        return tenancy.within(runner, () -> {
            var started = store.order(runner, plan, subject, terms, by);
            started.ifPresent(start -> enter(runner, start, plan, subject));
            return started.map(RunStore.Start::run)
                    .orElseGet(() -> find(runner, plan, subject).orElseThrow().id());
        });
    }

    /**
     * Whether the run is past its point of no return and not over. Its last step may have told everybody that it is done,
     * and its worker have died before it wrote that down; until another one has, an order would find it at work.
     */
    public boolean ending(CompanyId runner, String plan, CompanyId subject) {
        return find(runner, plan, subject)
                .filter(run -> run.state() == RunState.RUNNING && run.phase() == Phase.ONWARD)
                .isPresent();
    }

    /**
     * Lets a run go on that stands until a person acts; by who has removed the cause.
     *
     * @return false where it does not stand
     */
    public boolean resume(CompanyId runner, String plan, CompanyId subject) {
        return tenancy.within(runner, () -> {
            var start = store.resume(runner, plan, subject);
            start.ifPresent(again -> enter(runner, again, plan, subject));
            return start.isPresent();
        });
    }

    private void enter(CompanyId runner, RunStore.Start start, String plan, CompanyId subject) {
        queue.enter(runner, start.run(), plan, subject);
        admission.afterCommit();
    }

    /**
     * Pauses a run: it lets go before its next part; where its subject stands still under a freeze, only after that.
     *
     * @return false where there is nothing left to pause
     */
    public boolean pause(CompanyId runner, UUID run, UUID by) {
        return tenancy.within(runner, () -> {
            if (wishes.forward(runner, run).isEmpty()) return false;
            wishes.wish(runner, run, Wish.PAUSE, by);
            queue.move(run, QueueState.WAITING, QueueState.PAUSED);
            return true;
        });
    }

    /** Lets a paused run go on; false where it was not paused. */
    public boolean unpause(CompanyId runner, UUID run) {
        return tenancy.within(runner, () -> {
            if (!wishes.unpause(runner, run)) return false;
            if (queue.move(run, QueueState.PAUSED, QueueState.WAITING)) admission.afterCommit();
            return true;
        });
    }

    /**
     * Holds all runs of all nodes: none begins, and those at work let go before their next part, but for those whose
     * subject stands still, which go back, or are past the point of no return.
     *
     * @return false where they were held already
     */
    public boolean holdAll(UUID by) {
        return hold.turn(true, by);
    }

    /** Lets all go on that were not paused by themselves; false where they were not held. */
    public boolean releaseAll(UUID by) {
        boolean turned = hold.turn(false, by);
        if (turned) admission.afterCommit();
        return turned;
    }

    /** Cancels a run, up to its point of no return: it gives everything back. */
    public Cancelling cancel(CompanyId runner, UUID run, UUID by) {
        return tenancy.within(runner, () -> {
            var forward = wishes.forward(runner, run);
            if (forward.isEmpty()) return Cancelling.TOO_LATE;
            if (!forward.get().begun()) return endUnbegun(runner, run);
            wishes.wish(runner, run, Wish.CANCEL, by);
            queue.hasten(run);
            admission.afterCommit();
            return Cancelling.UNDER_WAY;
        });
    }

    private Cancelling endUnbegun(CompanyId runner, UUID run) {
        wishes.endUnbegun(runner, run);
        for (var state : List.of(QueueState.WAITING, QueueState.PAUSED)) queue.move(run, state, QueueState.ENDED);
        return Cancelling.AT_ONCE;
    }

    /** The run of a plan for a subject. */
    public Optional<RunView> find(CompanyId runner, String plan, CompanyId subject) {
        return tenancy.within(runner, () -> store.find(runner, plan, subject));
    }

    /** All runs of a plan that the runner has ordered. */
    public List<RunView> all(CompanyId runner, String plan) {
        return tenancy.within(runner, () -> store.all(runner, plan));
    }

    /** These runs, as far as the runner has ordered them. */
    public List<RunView> some(CompanyId runner, Collection<UUID> runs) {
        return tenancy.within(runner, () -> store.some(runner, runs));
    }
}
