package dev.portolan.cloud.transfer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.portolan.contract.TransferTry;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sees to it that a freeze ends in time, whatever becomes of the worker that made it. */
@Component
class FreezeLease {
    static final TaskDescriptor<Frozen> END = TaskDescriptor.of("freeze-lease", Frozen.class);

    /** The task's data. */
    record Frozen(UUID company, UUID transfer) implements Serializable {}

    private final SchedulerClient scheduler;

    FreezeLease(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Joins the transaction of the freeze; watched already where an earlier epoch has frozen. */
    void watch(TransferTry order, Instant deadline) {
        scheduler.scheduleIfNotExists(END.instance(order.transfer() + ":" + deadline.toEpochMilli())
                .data(new Frozen(order.tenant(), order.transfer()))
                .scheduledTo(deadline));
    }
}
