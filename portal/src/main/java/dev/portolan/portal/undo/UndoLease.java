package dev.portolan.portal.undo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.portolan.contract.UndoTry;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sees to it that the freeze of an undo ends in time, whatever becomes of the Cloud. */
@Component
class UndoLease {
    static final TaskDescriptor<Frozen> END = TaskDescriptor.of("undo-lease", Frozen.class);

    /** The task's data. */
    record Frozen(UUID tenant, UUID undo, long epoch, UUID transfer) implements Serializable {}

    private final SchedulerClient scheduler;

    UndoLease(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Joins the transaction of the freeze. */
    void watch(UndoTry undo, Instant deadline) {
        var order = undo.order();
        scheduler.scheduleIfNotExists(END.instance(order.transfer() + ":" + order.epoch())
                .data(new Frozen(order.tenant(), order.transfer(), order.epoch(), undo.transfer()))
                .scheduledTo(deadline));
    }
}
