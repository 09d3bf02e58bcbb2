package dev.portolan.portal.undo;

import dev.portolan.contract.UndoTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tenant's partner sees of it. */
@Component
class PartnerView {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    PartnerView(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    void backToStageOne(UndoTry undo) {
        var tenant = undo.order().tenant();
        jdbc.sql("select parent_id from tenant where tenant_id = :tenant and parent_id is not null")
                .param("tenant", tenant)
                .query(UUID.class)
                .optional()
                .ifPresent(parent -> tenancy.run(
                        new CompanyId(parent),
                        () -> jdbc.sql("""
                        update managed_tenant set migration = 'STAGE_ONE'
                        where tenant_id = :parent and managed_id = :tenant
                        """)
                                .param("parent", parent)
                                .param("tenant", tenant)
                                .update()));
    }
}
