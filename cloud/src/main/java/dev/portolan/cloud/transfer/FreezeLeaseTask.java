package dev.portolan.cloud.transfer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.cloud.transfer.FreezeLease.Frozen;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the lease ends while the row says FROZEN, a local commit gives the account back; the run finds it so. */
@Configuration(proxyBeanMethods = false)
class FreezeLeaseTask {
    private static final Logger log = LoggerFactory.getLogger(FreezeLeaseTask.class);
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    /** The freeze rows need the scheduler, which needs this task: hence the provider. */
    @Bean
    Task<Frozen> freezeLeaseEnd(Tenancy tenancy, ObjectProvider<FreezeRows> rows) {
        return Tasks.custom(FreezeLease.END)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(SHORTLY)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> end(tenancy, rows.getObject(), instance.getData()));
    }

    /** A node whose clock is ahead comes too early, and comes again. */
    private static CompletionHandler<Frozen> end(Tenancy tenancy, FreezeRows rows, Frozen frozen) {
        var left = tenancy.within(new CompanyId(frozen.company()), () -> endOrWait(rows, frozen));
        return left.<CompletionHandler<Frozen>>map(pause -> (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(pause)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private static Optional<Duration> endOrWait(FreezeRows rows, Frozen frozen) {
        var left = rows.lockLease(frozen.company(), frozen.transfer());
        if (left.isPresent() && left.get().isPositive()) return left;
        if (left.isPresent()) {
            rows.giveBack(frozen.company(), frozen.transfer());
            log.warn("freeze expired company={} transfer={}", frozen.company(), frozen.transfer());
        }
        return Optional.empty();
    }
}
