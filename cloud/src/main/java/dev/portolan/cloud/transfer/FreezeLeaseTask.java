package dev.portolan.cloud.transfer;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.cloud.transfer.FreezeLease.Frozen;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the lease ends while the row says FROZEN, a local commit gives the account back; the run finds it so. */
@Configuration(proxyBeanMethods = false)
class FreezeLeaseTask {
    private static final Logger log = LoggerFactory.getLogger(FreezeLeaseTask.class);

    /** The freeze rows need the scheduler, which needs this task: hence the provider. */
    @Bean
    Task<Frozen> freezeLeaseEnd(Tenancy tenancy, JdbcClient jdbc, ObjectProvider<FreezeRows> rows, Clock clock) {
        return Tasks.oneTime(FreezeLease.END).execute((instance, context) -> {
            var frozen = instance.getData();
            var company = new CompanyId(frozen.company());
            tenancy.run(company, () -> {
                if (!expired(jdbc, clock, frozen)) return;
                rows.getObject().giveBack(frozen.company(), frozen.transfer());
                log.warn("freeze expired company={} transfer={}", frozen.company(), frozen.transfer());
            });
        });
    }

    private static boolean expired(JdbcClient jdbc, Clock clock, Frozen frozen) {
        return jdbc.sql("""
                select company_id from company_freeze
                where company_id = :company and transfer_id = :transfer and state = 'FROZEN' and deadline <= :now
                for update
                """)
                .param("company", frozen.company())
                .param("transfer", frozen.transfer())
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
