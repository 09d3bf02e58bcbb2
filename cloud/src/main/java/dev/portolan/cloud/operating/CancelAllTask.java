package dev.portolan.cloud.operating;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.platform.CompanyId;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cancels all transfers of a vendor; another node begins anew where the one at it goes away. */
@Configuration(proxyBeanMethods = false)
class CancelAllTask {
    static final TaskDescriptor<Ordered> TASK = TaskDescriptor.of("cancel-all-transfers", Ordered.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** By whom. */
    record Ordered(UUID vendor, UUID by) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Bean
    Task<Ordered> cancelAllTransfers(ObjectProvider<Operating> operating) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var ordered = instance.getData();
                    operating.getObject().cancelAll(new CompanyId(ordered.vendor()), ordered.by());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
