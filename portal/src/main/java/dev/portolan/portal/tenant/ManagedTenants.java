package dev.portolan.portal.tenant;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A partner's rows about the tenants it manages. */
@Component
class ManagedTenants {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    ManagedTenants(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** The tree as a list: each tenant right after its parent, siblings by name. A search keeps those whose name has it. */
    List<ManagedTenant> tree(CompanyId viewer, String search) {
        return tenancy.within(
                viewer,
                () -> jdbc.sql("""
                with recursive tree as (
                    select m.managed_id, m.name, m.kind, m.migration, m.created_at, 0 as depth,
                           array[lower(m.name), m.managed_id::text] as place
                    from managed_tenant m
                    where m.tenant_id = :viewer and not exists (
                        select from managed_tenant p
                        where p.tenant_id = :viewer and p.managed_id = m.parent_id and p.managed_id <> m.managed_id)
                    union all
                    select m.managed_id, m.name, m.kind, m.migration, m.created_at, t.depth + 1,
                           t.place || lower(m.name) || m.managed_id::text
                    from managed_tenant m
                    join tree t on t.managed_id = m.parent_id
                    where m.tenant_id = :viewer and t.depth < 10
                )
                select managed_id, name, kind, migration, created_at, depth
                from tree
                where strpos(lower(name), :search) > 0 or :search = ''
                order by place
                """)
                        .param("viewer", viewer.value())
                        .param("search", search.toLowerCase(Locale.ROOT))
                        .query(ManagedTenant.class)
                        .list());
    }

    /** @throws Refusal {@code not_found} for a tenant that the viewer does not manage */
    ManagedTenant get(CompanyId viewer, UUID managed) {
        return tree(viewer, "").stream()
                .filter(tenant -> tenant.managedId().equals(managed))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
