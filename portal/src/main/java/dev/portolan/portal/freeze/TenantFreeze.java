package dev.portolan.portal.freeze;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stands before every write of licences and reports. Writers and an undo wait in one line, by advisory locks, which are given
 * in the order of their asking: a row's share lock is given past one who waits for the row, so writers who overlap without
 * end would keep an undo waiting without end. The row stays locked as well; it is what the freeze relies on.
 */
@Component
public class TenantFreeze {
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    TenantFreeze(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a share lock on the tenant's freeze row, to the end of the running transaction, which must be bound to the
     * tenant. Call it before the first write.
     *
     * @throws Refusal {@code tenant_frozen} (503, with Retry-After)
     */
    public void share(CompanyId tenant) {
        if (!tenant.equals(Tenancy.bound()))
            throw new IllegalStateException("the transaction is not bound to tenant " + tenant);
        var state = jdbc.sql("""
                with turn as materialized (select pg_advisory_xact_lock_shared(hashtextextended(:line, 0)))
                select f.state from turn, tenant_freeze f where f.tenant_id = :tenant for share of f
                """)
                .param("line", line(tenant))
                .param("tenant", tenant.value())
                .query(TenantFreezeState.class)
                .optional();
        if (state.isEmpty()) {
            make(tenant);
            share(tenant);
            return;
        }
        switch (state.get()) {
            case ACTIVE -> {}
            case FROZEN, UNDOING -> throw Refusal.later("tenant_frozen", SHORTLY);
        }
    }

    /** As {@link #share}, but alone: waits for all who came before, and holds back all who come after. */
    public void alone(CompanyId tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:line, 0)) is null")
                .param("line", line(tenant))
                .query(Boolean.class)
                .single();
        make(tenant);
    }

    private static String line(CompanyId tenant) {
        return "tenant freeze " + tenant.value();
    }

    /** Makes the row of a tenant that has none yet. */
    private void make(CompanyId tenant) {
        jdbc.sql("insert into tenant_freeze (tenant_id, changed_at) values (:tenant, :now) on conflict do nothing")
                .param("tenant", tenant.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
