package dev.portolan.cloud.operating;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.portolan.cloud.audit.Audit;
import dev.portolan.cloud.audit.AuditAct;
import dev.portolan.migration.Cancelling;
import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.customer.Orders;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator does with one run, or with all; each act is noted at the vendor. */
@Component
class Operating {
    private static final Logger log = LoggerFactory.getLogger(Operating.class);
    private static final int AT_ONCE = 500;

    private final Tenancy tenancy;
    private final TransferStore store;
    private final Runs runs;
    private final Orders orders;
    private final Audit audit;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Operating(
            Tenancy tenancy,
            TransferStore store,
            Runs runs,
            Orders orders,
            Audit audit,
            SchedulerClient scheduler,
            Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.runs = runs;
        this.orders = orders;
        this.audit = audit;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What can be done with one. */
    enum Act {
        PAUSE,
        RESUME,
        CANCEL,
        RETRY
    }

    /** What can be done with all. */
    enum ActOnAll {
        HOLD,
        RELEASE,
        CANCEL
    }

    /**
     * @return false where it was too late, or nothing was to be done
     * @throws Refusal {@code not_found} where the vendor manages no company of such a run
     */
    boolean act(SignedIn operator, UUID run, Act act) {
        var row = store.find(operator.company(), run).orElseThrow(Refusal::notFound);
        var runner = new CompanyId(row.runner());
        boolean done = switch (act) {
            case PAUSE -> row.mayBePaused() && runs.pause(runner, run, operator.userId());
            case RESUME -> runs.unpause(runner, run);
            case CANCEL -> row.mayBeCancelled() && cancel(row, operator.userId());
            case RETRY -> runs.resume(runner, row.plan(), new CompanyId(row.subject()));
        };
        if (done) note(operator, AuditAct.valueOf("RUN_" + act.name()), row.subject());
        return done;
    }

    private boolean cancel(TransferRow row, UUID by) {
        return orders.cancelForOperator(new CompanyId(row.runner()), new CompanyId(row.subject()), by)
                != Cancelling.TOO_LATE;
    }

    /** @return false where nothing was to be done */
    boolean actOnAll(SignedIn operator, ActOnAll act) {
        return tenancy.within(operator.company(), () -> {
            boolean done = switch (act) {
                case HOLD -> runs.holdAll(operator.userId());
                case RELEASE -> runs.releaseAll(operator.userId());
                case CANCEL -> orderCancellingAll(operator);
            };
            if (done) note(operator, AuditAct.valueOf("RUNS_" + act.name()), null);
            return done;
        });
    }

    private boolean orderCancellingAll(SignedIn operator) {
        var ordered = new CancelAllTask.Ordered(operator.company().value(), operator.userId());
        scheduler.scheduleIfNotExists(
                CancelAllTask.TASK.instance(Ids.next().toString()).data(ordered).scheduledTo(clock.instant()));
        return true;
    }

    /** Each in a commit of its own; whoever reads the list meanwhile sees how far it is. May be called again. */
    void cancelAll(CompanyId vendor, UUID by) {
        int cancelled = 0;
        var page = store.open(vendor, new UUID(0, 0), AT_ONCE);
        while (!page.isEmpty()) {
            for (var row : page) if (row.mayBeCancelled() && cancel(row, by)) cancelled++;
            page = store.open(vendor, page.getLast().run(), AT_ONCE);
        }
        log.info("all transfers cancelled by={} cancelled={}", by, cancelled);
    }

    private void note(SignedIn operator, AuditAct act, @Nullable UUID subject) {
        tenancy.run(operator.company(), () -> audit.note(operator.company(), operator.userId(), act, subject));
    }
}
