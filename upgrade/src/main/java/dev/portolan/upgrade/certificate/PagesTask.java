package dev.portolan.upgrade.certificate;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Draws pages beside the transfers: nothing waits for them, and whoever asks earlier has them drawn at once. */
@Configuration(proxyBeanMethods = false)
class PagesTask {
    static final TaskDescriptor<Wanted> TASK = TaskDescriptor.of("certificate-pages", Wanted.class);
    static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Which certificate's pages. */
    record Wanted(UUID company, UUID certificate) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Bean
    Task<Wanted> certificatePages(ObjectProvider<DrawnPages> pages) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var wanted = instance.getData();
                    pages.getObject().hand(wanted.company(), wanted.certificate());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
