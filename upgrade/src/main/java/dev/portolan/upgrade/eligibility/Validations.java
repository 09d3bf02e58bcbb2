package dev.portolan.upgrade.eligibility;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has companies validated in the background, each by a task of its own. */
@Component
public class Validations {
    private static final TaskDescriptor<Order> VALIDATE = TaskDescriptor.of("validate-company", Order.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final SchedulerClient scheduler;
    private final Clock clock;

    Validations(@Lazy SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Names who asks about whom. */
    record Order(UUID runner, UUID subject) implements Serializable {}

    /** Orders validations; in the caller's transaction, so that they begin when it has committed. */
    public void order(CompanyId runner, List<CompanyId> subjects) {
        var now = clock.instant();
        var all = new ArrayList<SchedulableInstance<?>>();
        // Each order has an id of its own: one that is just ending must not swallow the next.
        for (var subject : subjects)
            all.add(VALIDATE.instance(Ids.next().toString())
                    .data(new Order(runner.value(), subject.value()))
                    .scheduledTo(now));
        scheduler.scheduleBatch(all);
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        Task<?> validateCompany(@Lazy Validation validation) {
            return Tasks.custom(VALIDATE)
                    .onFailure((complete, operations) -> {
                        long factor = 1L << Math.min(complete.getExecution().consecutiveFailures, 5);
                        operations.reschedule(complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(factor)));
                    })
                    .execute((instance, context) -> {
                        var order = instance.getData();
                        validation.run(new CompanyId(order.runner()), new CompanyId(order.subject()));
                        return new CompletionHandler.OnCompleteRemove<>();
                    });
        }
    }
}
