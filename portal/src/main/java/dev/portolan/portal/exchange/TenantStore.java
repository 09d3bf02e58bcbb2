package dev.portolan.portal.exchange;

import dev.portolan.contract.TenantProvision;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tenants and their trial pools. */
@Repository
class TenantStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    TenantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean exists(UUID tenant) {
        return jdbc.sql("select exists (select from tenant where tenant_id = :tenant)")
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
    }

    Set<String> products() {
        return jdbc.sql("select product from product").query(String.class).set();
    }

    /** @return whether it is new */
    boolean insert(TenantProvision tenant) {
        return jdbc.sql("""
                insert into tenant (tenant_id, parent_id, kind, name, language, zone, origin, created_at)
                values (:tenant, :parent, :kind, :name, :language, :zone, 'CLOUD', :now)
                on conflict do nothing
                """)
                        .param("tenant", tenant.tenant())
                        .param("parent", tenant.parent())
                        .param("kind", tenant.kind())
                        .param("name", tenant.name())
                        .param("language", tenant.language())
                        .param("zone", tenant.zone())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Expects a transaction bound to the parent. */
    void enter(UUID parent, TenantProvision tenant) {
        jdbc.sql("""
                insert into managed_tenant (tenant_id, managed_id, parent_id, kind, name, migration, created_at)
                values (:parent, :tenant, :parent, :kind, :name, 'STAGE_ONE', :now)
                on conflict do nothing
                """)
                .param("parent", parent)
                .param("tenant", tenant.tenant())
                .param("kind", tenant.kind())
                .param("name", tenant.name())
                .param("now", now())
                .update();
    }

    void insertTrial(TenantProvision tenant, UUID pool, TenantProvision.Trial trial) {
        jdbc.sql("""
                insert into licence_pool (tenant_id, pool_id, product, name, kind, created_at)
                values (:tenant, :pool, :product, :name, 'TRIAL', :now)
                """)
                .param("tenant", tenant.tenant())
                .param("pool", pool)
                .param("product", trial.product())
                .param("name", tenant.language().equals("de") ? "Testlizenzen" : "Trial licences")
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, note, at)
                values (:tenant, :entry, :pool, 'GRANT_IN', :quantity, 'trial', :now)
                """)
                .param("tenant", tenant.tenant())
                .param("entry", Ids.next())
                .param("pool", pool)
                .param("quantity", trial.quantity())
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into licence_balance (tenant_id, pool_id, remaining, reserved)
                values (:tenant, :pool, :quantity, 0)
                """)
                .param("tenant", tenant.tenant())
                .param("pool", pool)
                .param("quantity", trial.quantity())
                .update();
    }

    void makeDefaultIfNone(UUID tenant, UUID pool) {
        jdbc.sql("""
                update tenant set default_pool_id = :pool where tenant_id = :tenant and default_pool_id is null
                """).param("pool", pool).param("tenant", tenant).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
