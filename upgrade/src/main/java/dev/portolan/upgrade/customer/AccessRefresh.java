package dev.portolan.upgrade.customer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.portolan.contract.TenantAccess;
import dev.portolan.contract.TenantAccess.MailFate;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.access.PortalLink;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the Portal in the background who of the invited customers has signed up, while somebody looks at the list. */
@Component
public class AccessRefresh {
    private static final TaskDescriptor<Looking> REFRESH = TaskDescriptor.of("refresh-access", Looking.class);
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final int AT_ONCE = 40;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PortalLink portal;
    private final SchedulerClient scheduler;
    private final ConcurrentHashMap<CompanyId, Instant> asked = new ConcurrentHashMap<>();

    AccessRefresh(Tenancy tenancy, JdbcClient jdbc, Clock clock, PortalLink portal, @Lazy SchedulerClient scheduler) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
        this.portal = portal;
        this.scheduler = scheduler;
    }

    /** Names whose customers are looked at. */
    record Looking(UUID partner) implements Serializable {}

    /** Somebody looks at the partner's list: refreshes soon, and not more often than it helps. */
    public void soon(CompanyId partner) {
        var now = clock.instant();
        var last = asked.get(partner);
        if (last != null && last.plus(PAUSE).isAfter(now)) return;
        if (asked.size() > 10_000) asked.clear();
        asked.put(partner, now);
        scheduler.scheduleIfNotExists(REFRESH.instance(partner.toString())
                .data(new Looking(partner.value()))
                .scheduledTo(now));
    }

    /** Asks about those that were asked about longest ago. */
    void run(CompanyId partner) {
        for (var customer : tenancy.within(partner, () -> waiting(partner)))
            portal.access(customer).ifPresent(access -> tenancy.run(partner, () -> keep(partner, customer, access)));
    }

    /** Asks about these now; before an act whose confirmation depends on it. */
    public void now(CompanyId partner, List<CompanyId> customers) {
        for (var customer : customers)
            portal.access(customer).ifPresent(access -> tenancy.run(partner, () -> keep(partner, customer, access)));
    }

    private List<CompanyId> waiting(CompanyId partner) {
        return jdbc.sql("""
                select c.customer_id
                from customer c
                join migration_status s on s.company_id = c.company_id and s.subject_id = c.customer_id
                where c.company_id = :company
                  and s.state not in ('VALIDATING', 'NOT_ELIGIBLE', 'STAGE_ONE_PENDING')
                  and (c.access_at is null or c.signed_up < c.users or c.managers_in = 0)
                order by c.access_at nulls first
                limit :most
                """)
                .param("company", partner.value())
                .param("most", AT_ONCE)
                .query((row, number) -> new CompanyId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    private void keep(CompanyId partner, CompanyId customer, TenantAccess access) {
        if (!access.exists()) return;
        var people = access.people();
        jdbc.sql("""
                update customer
                set access_at = :now,
                    version = version + case
                      when (users, signed_up, managers_in, refused) = (:users, :up, :managers, :refused) then 0 else 1 end,
                    users = :users, signed_up = :up, managers_in = :managers, refused = :refused
                where company_id = :company and customer_id = :customer
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("users", people.size())
                .param("up", (int)
                        people.stream().filter(one -> one.signedUpAt() != null).count())
                .param("managers", (int) people.stream()
                        .filter(one -> one.role().equals("MANAGER") && one.firstSignedInAt() != null)
                        .count())
                .param("refused", (int) people.stream()
                        .filter(one -> one.mail() == MailFate.REFUSED)
                        .count())
                .param("company", partner.value())
                .param("customer", customer.value())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        Task<?> refreshAccess(@Lazy AccessRefresh refresh) {
            return Tasks.custom(REFRESH).execute((instance, context) -> {
                refresh.run(new CompanyId(instance.getData().partner()));
                return new CompletionHandler.OnCompleteRemove<>();
            });
        }
    }
}
