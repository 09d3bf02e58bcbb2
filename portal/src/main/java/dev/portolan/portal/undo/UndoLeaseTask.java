package dev.portolan.portal.undo;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.contract.TransferTry;
import dev.portolan.contract.UndoTry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the lease ends while the row says FROZEN, a local commit gives the tenant back; the Cloud's run finds it so. */
@Configuration(proxyBeanMethods = false)
class UndoLeaseTask {

    /** Undoing needs the scheduler, which needs this task: hence the provider. */
    @Bean
    Task<UndoLease.Frozen> undoLeaseEnd(ObjectProvider<Undoing> undoing) {
        return Tasks.oneTime(UndoLease.END).execute((instance, context) -> {
            var frozen = instance.getData();
            undoing.getObject()
                    .expire(new UndoTry(
                            new TransferTry(frozen.tenant(), frozen.undo(), frozen.epoch()), frozen.transfer()));
        });
    }
}
