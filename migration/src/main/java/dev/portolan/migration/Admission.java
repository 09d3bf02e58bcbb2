package dev.portolan.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives workers to runs: at most so many over all nodes of the database and so many by this node, runner by runner. The
 * runs it picks become tasks of the scheduler, in the same commit.
 */
@Component
class Admission {
    private static final Logger log = LoggerFactory.getLogger(Admission.class);
    private static final Object PENDING = Admission.class;

    private final RunQueue queue;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<Engine> engine;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final int everywhere;
    private final int here;
    private final AtomicInteger working = new AtomicInteger();

    /**
     * @param everywhere how many runs are worked on at once, over all nodes
     * @param here how many of them this node takes for itself; it takes over more when another node dies
     */
    Admission(
            RunQueue queue,
            ObjectProvider<SchedulerClient> scheduler,
            ObjectProvider<Engine> engine,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${portolan.migration.runs-at-once:8}") int everywhere,
            @Value("${portolan.migration.parallel-runs:4}") int here) {
        this.queue = queue;
        this.scheduler = scheduler;
        this.engine = engine;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.everywhere = everywhere;
        this.here = here;
    }

    /** Gives out what workers are free. */
    void admit() {
        int free = here - working.get();
        if (free <= 0) return;
        var admitted = transactions.execute(status -> {
            queue.lockAdmission();
            int left = Math.min(free, everywhere - queue.count(QueueState.AT_WORK));
            if (left <= 0) return List.of();
            var next = queue.next(engine.getObject().plans(), left);
            next.forEach(this::start);
            return next;
        });
        if (admitted != null && !admitted.isEmpty()) hurry();
    }

    private void start(RunQueue.Waiting run) {
        queue.admit(run);
        long turn = run.turn() + 1;
        scheduler
                .getObject()
                .scheduleIfNotExists(Runs.TASK
                        .instance(run.runId() + ":turn-" + turn)
                        .data(new RunKey(run.runnerId(), run.runId(), turn))
                        .scheduledTo(clock.instant()));
    }

    /** Not to wait for the scheduler's next look. */
    private void hurry() {
        if (scheduler.getObject() instanceof Scheduler local) local.triggerCheckForDueExecutions();
    }

    /** Once the running transaction has committed. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            admit();
            return;
        }
        if (TransactionSynchronizationManager.hasResource(PENDING)) return;
        TransactionSynchronizationManager.bindResource(PENDING, PENDING);
        TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
    }

    /** A database that is away for a moment is no fault here: the next look comes within a second. */
    private void tryToAdmit() {
        try {
            admit();
        } catch (DataAccessException | TransactionException away) {
            log.info("workers are given out at the next look: {}", away.getMessage());
        }
    }

    void begins() {
        working.incrementAndGet();
    }

    void ends() {
        working.decrementAndGet();
    }

    private final class AfterCommit implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PENDING);
            if (status == STATUS_COMMITTED) Thread.ofVirtual().name("admission").start(Admission.this::tryToAdmit);
        }
    }
}
