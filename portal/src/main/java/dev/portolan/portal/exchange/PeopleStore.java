package dev.portolan.portal.exchange;

import dev.portolan.contract.PeopleProvision;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of groups, roles and users. What stands already is left as it is. */
@Repository
class PeopleStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the addresses that belong to another tenant; the directory is no tenant's. */
    List<String> taken(List<String> emails, UUID tenant) {
        return jdbc.sql("""
                select email from sign_in_directory
                where email = any(cast(:emails as text[])) and tenant_id <> :tenant
                order by email
                """)
                .param("emails", emails.toArray(String[]::new))
                .param("tenant", tenant)
                .query(String.class)
                .list();
    }

    /** Enters the address in the directory; false where it is somebody else's. */
    boolean own(UUID tenant, PeopleProvision.User user) {
        jdbc.sql("""
                insert into sign_in_directory (email, tenant_id, user_id)
                values (:email, :tenant, :user)
                on conflict do nothing
                """)
                .param("email", user.email())
                .param("tenant", tenant)
                .param("user", user.id())
                .update();
        return jdbc.sql("""
                select tenant_id = :tenant and user_id = :user from sign_in_directory where email = :email
                """)
                .param("tenant", tenant)
                .param("user", user.id())
                .param("email", user.email())
                .query(Boolean.class)
                .single();
    }

    void insert(UUID tenant, PeopleProvision.Group group) {
        jdbc.sql("""
                insert into user_group (tenant_id, group_id, parent_id, name)
                values (:tenant, :id, :parent, :name)
                on conflict do nothing
                """)
                .param("tenant", tenant)
                .param("id", group.id())
                .param("parent", group.parent())
                .param("name", group.name())
                .update();
    }

    void insert(UUID tenant, PeopleProvision.Role role) {
        jdbc.sql("""
                insert into role (tenant_id, role_id, name, predefined, rights)
                values (:tenant, :id, :name, :predefined, :rights)
                on conflict do nothing
                """)
                .param("tenant", tenant)
                .param("id", role.id())
                .param("name", role.name())
                .param("predefined", role.predefined())
                .param("rights", role.rights().toArray(String[]::new))
                .update();
    }

    void insert(UUID tenant, PeopleProvision.User user) {
        jdbc.sql("""
                insert into app_user (tenant_id, user_id, group_id, role_id, email, name, language, created_at)
                values (:tenant, :id, :group, :role, :email, :name, :language, :now)
                on conflict do nothing
                """)
                .param("tenant", tenant)
                .param("id", user.id())
                .param("group", user.group())
                .param("role", user.role())
                .param("email", user.email())
                .param("name", user.name())
                .param("language", user.language())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int bar(UUID tenant, List<UUID> users) {
        return jdbc.sql("""
                update app_user set disabled = true, version = version + 1
                where tenant_id = :tenant and user_id = any(cast(:users as uuid[])) and not disabled
                """)
                .param("tenant", tenant)
                .param("users", users.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    Optional<String> email(UUID tenant, UUID user) {
        return jdbc.sql("select email from app_user where tenant_id = :tenant and user_id = :user and not disabled")
                .param("tenant", tenant)
                .param("user", user)
                .query(String.class)
                .optional();
    }

    /** Those of the users who have not signed up. */
    List<UUID> toInvite(UUID tenant, List<UUID> users) {
        return jdbc.sql("""
                select u.user_id from app_user u
                where u.tenant_id = :tenant and u.user_id = any(cast(:users as uuid[]))
                  and not u.disabled and u.signed_up_at is null
                order by u.user_id
                """)
                .param("tenant", tenant)
                .param("users", users.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }
}
