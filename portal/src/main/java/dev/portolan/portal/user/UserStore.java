package dev.portolan.portal.user;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of users and roles; every call runs bound to the tenant. */
@Component
class UserStore {
    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param predefined MANAGER, BASIC_USER, AUDITOR, or null for a custom role, whose own name is shown */
    record Role(UUID roleId, String name, @Nullable String predefined) {}

    List<UserRow> list(CompanyId tenant) {
        return jdbc.sql("""
                select u.user_id, u.email, u.name, r.name as role, r.predefined, u.disabled, u.signed_up_at,
                       u.last_signed_in_at, i.invited_at, m.state as mail, m.refusal
                from app_user u
                join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id
                left join lateral (
                    select invited_at, mail_id
                    from invitation
                    where tenant_id = u.tenant_id and user_id = u.user_id
                    order by invited_at desc, invitation_id desc
                    limit 1) i on true
                left join mail m on m.company_id = u.tenant_id and m.mail_id = i.mail_id
                where u.tenant_id = :tenant
                order by u.disabled, lower(u.name), u.email
                """)
                .param("tenant", tenant.value())
                .query(UserRow.class)
                .list();
    }

    List<Role> roles(CompanyId tenant) {
        return jdbc.sql("""
                select role_id, name, predefined
                from role
                where tenant_id = :tenant
                order by case predefined when 'BASIC_USER' then 1 when 'MANAGER' then 2 when 'AUDITOR' then 3 else 4 end,
                         name
                """).param("tenant", tenant.value()).query(Role.class).list();
    }

    /** Takes the address for this user; false where somebody has it already, in this tenant or another. */
    boolean claim(CompanyId tenant, UUID user, String email) {
        return jdbc.sql("""
                insert into sign_in_directory (email, tenant_id, user_id)
                values (:email, :tenant, :user)
                on conflict do nothing
                """)
                        .param("email", email)
                        .param("tenant", tenant.value())
                        .param("user", user)
                        .update()
                == 1;
    }

    /** Adds the user to the main group. */
    void insert(CompanyId tenant, UUID user, String email, String name, UUID role, Instant now) {
        jdbc.sql("""
                insert into app_user (tenant_id, user_id, group_id, role_id, email, name, created_at)
                select :tenant, :user, g.group_id, :role, :email, :name, :now
                from user_group g
                where g.tenant_id = :tenant and g.parent_id is null
                order by g.name
                limit 1
                """)
                .param("tenant", tenant.value())
                .param("user", user)
                .param("role", role)
                .param("email", email)
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Changes whether the user is disabled; answers the address, or empty where nothing changed. */
    Optional<String> disable(CompanyId tenant, UUID user, boolean disabled) {
        return jdbc.sql("""
                update app_user
                set disabled = :disabled, version = version + 1
                where tenant_id = :tenant and user_id = :user and disabled <> :disabled
                returning email
                """)
                .param("disabled", disabled)
                .param("tenant", tenant.value())
                .param("user", user)
                .query(String.class)
                .optional();
    }

    boolean exists(CompanyId tenant, UUID user) {
        return jdbc.sql("select exists (select from app_user where tenant_id = :tenant and user_id = :user)")
                .param("tenant", tenant.value())
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    Optional<String> passwordHash(CompanyId tenant, UUID user) {
        return jdbc.sql("select password_hash from app_user where tenant_id = :tenant and user_id = :user")
                .param("tenant", tenant.value())
                .param("user", user)
                .query(String.class)
                .optional();
    }

    void setPassword(CompanyId tenant, UUID user, String hash) {
        jdbc.sql("""
                update app_user
                set password_hash = :hash, version = version + 1
                where tenant_id = :tenant and user_id = :user
                """)
                .param("hash", hash)
                .param("tenant", tenant.value())
                .param("user", user)
                .update();
    }

    void rename(CompanyId tenant, UUID user, String name) {
        jdbc.sql("""
                update app_user
                set name = :name, version = version + 1
                where tenant_id = :tenant and user_id = :user
                """)
                .param("name", name)
                .param("tenant", tenant.value())
                .param("user", user)
                .update();
    }
}
