package dev.portolan.portal.intake;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenant a transfer goes to, as it and its partner see it. */
@Component
class TenantView {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    TenantView(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    void requireTenant(TransferTry order) {
        var there = jdbc.sql("select exists (select from tenant where tenant_id = :tenant)")
                .param("tenant", order.tenant())
                .query(Boolean.class)
                .single();
        if (!there) throw new PortalRefusal("unknown_tenant", order.tenant().toString());
    }

    /** Says in the partner's list how far the tenant is. */
    void migration(TransferTry order, String state) {
        jdbc.sql("select parent_id from tenant where tenant_id = :tenant and parent_id is not null")
                .param("tenant", order.tenant())
                .query(UUID.class)
                .optional()
                .ifPresent(parent -> tenancy.run(
                        new CompanyId(parent),
                        () -> jdbc.sql("""
                        update managed_tenant set migration = :state
                        where tenant_id = :parent and managed_id = :tenant and migration <> :state
                        """)
                                .param("state", state)
                                .param("parent", parent)
                                .param("tenant", order.tenant())
                                .update()));
    }

    /** Whether balances and reservations of this very epoch stand here. */
    boolean restStands(TransferTry order) {
        return jdbc.sql("""
                select coalesce(rest_epoch = :epoch, false) from transfer
                where tenant_id = :tenant and transfer_id = :transfer
                """)
                .param("epoch", order.epoch())
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .query(Boolean.class)
                .single();
    }

    /** From the activation on, the default workflow is the one that came, and the default pool one of those that came. */
    void takeDefaults(TransferTry order) {
        rememberDefaults(order);
        jdbc.sql("""
                update tenant t
                set default_workflow_id = coalesce(x.default_workflow_id, t.default_workflow_id),
                    default_pool_id = coalesce(
                      (select p.pool_id from licence_pool p
                       where p.tenant_id = :tenant and p.transfer_id = :transfer
                       order by p.created_at, p.pool_id limit 1), t.default_pool_id)
                from transfer x
                where t.tenant_id = :tenant and x.tenant_id = :tenant and x.transfer_id = :transfer
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .update();
    }

    /** An undo brings back what was the default before. */
    private void rememberDefaults(TransferTry order) {
        jdbc.sql("""
                update transfer x
                set before_workflow_id = t.default_workflow_id, before_pool_id = t.default_pool_id
                from tenant t
                where x.tenant_id = :tenant and x.transfer_id = :transfer and t.tenant_id = :tenant
                """)
                .param("tenant", order.tenant())
                .param("transfer", order.transfer())
                .update();
    }
}
