package dev.portolan.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Inserts tenants with their people and one pool into the Portal. */
final class PortalStore {
    private final NamedParameterJdbcTemplate jdbc;

    PortalStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Tenant(
            UUID tenantId,
            @Nullable UUID parentId,
            String kind,
            String name,
            String language,
            String zone,
            UUID defaultPoolId,
            UUID groupId,
            Instant createdAt) {}

    record Role(UUID tenantId, UUID roleId, String name, String predefined, String[] rights) {}

    record User(
            UUID tenantId,
            UUID userId,
            UUID groupId,
            UUID roleId,
            String email,
            String name,
            String passwordHash,
            Instant createdAt) {}

    record Pool(
            UUID tenantId,
            UUID poolId,
            String product,
            String name,
            UUID entryId,
            @Nullable UUID counterpartId,
            BigDecimal quantity,
            Instant createdAt) {}

    record Managed(UUID tenantId, UUID managedId, UUID parentId, String name, Instant createdAt) {}

    void insertTenant(Tenant tenant) {
        Rows.insert(jdbc, """
                insert into tenant (tenant_id, parent_id, kind, name, language, zone, default_pool_id, origin, created_at)
                values (:tenantId, :parentId, :kind, :name, :language, :zone, :defaultPoolId, 'PORTAL', :createdAt)
                """, List.of(tenant));
        Rows.insert(jdbc, """
                insert into user_group (tenant_id, group_id, name) values (:tenantId, :groupId, 'Main group')
                """, List.of(tenant));
    }

    void insertRoles(List<Role> roles) {
        Rows.insert(jdbc, """
                insert into role (tenant_id, role_id, name, predefined, rights)
                values (:tenantId, :roleId, :name, :predefined, :rights)
                """, roles);
    }

    void insertUsers(List<User> users) {
        Rows.insert(jdbc, """
                insert into app_user (tenant_id, user_id, group_id, role_id, email, name, password_hash, signed_up_at,
                                      first_signed_in_at, last_signed_in_at, created_at)
                values (:tenantId, :userId, :groupId, :roleId, :email, :name, :passwordHash, :createdAt,
                        :createdAt, :createdAt, :createdAt)
                """, users);
        Rows.insert(jdbc, """
                insert into sign_in_directory (email, tenant_id, user_id) values (:email, :tenantId, :userId)
                """, users);
    }

    void insertPool(Pool pool) {
        Rows.insert(jdbc, """
                insert into licence_pool (tenant_id, pool_id, product, name, kind, created_at)
                values (:tenantId, :poolId, :product, :name, 'OWN', :createdAt)
                """, List.of(pool));
        Rows.insert(jdbc, """
                insert into licence_balance (tenant_id, pool_id, remaining, reserved)
                values (:tenantId, :poolId, :quantity, 0)
                """, List.of(pool));
        Rows.insert(jdbc, """
                insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, counterpart_id, at)
                values (:tenantId, :entryId, :poolId, 'GRANT_IN', :quantity, :counterpartId, :createdAt)
                """, List.of(pool));
    }

    void insertManaged(List<Managed> managed) {
        Rows.insert(jdbc, """
                insert into managed_tenant (tenant_id, managed_id, parent_id, kind, name, migration, created_at)
                values (:tenantId, :managedId, :parentId, 'CUSTOMER', :name, 'NONE', :createdAt)
                """, managed);
    }
}
