package dev.portolan.cloud.user;

import dev.portolan.platform.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of users, their groups and roles; every call runs inside a bound transaction. */
@Component
class UserStore {
    private static final String USERS = """
            select u.user_id, u.email, u.name, u.role_id, r.name as role, r.predefined, g.name as "group", u.disabled,
                   u.last_signed_in_at, u.version
            from app_user u
            join role r on r.company_id = u.company_id and r.role_id = u.role_id
            join user_group g on g.company_id = u.company_id and g.group_id = u.group_id
            where u.company_id = :company
            """;

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sought part of the name or e-mail, in either case; null for all */
    List<UserRow> users(CompanyId company, @Nullable String sought, int skip, int size) {
        return jdbc.sql("""
                %s
                  and (:sought::text is null or position(lower(:sought) in lower(u.name)) > 0
                       or position(lower(:sought) in u.email) > 0)
                order by u.name, u.user_id
                limit :size offset :skip
                """.formatted(USERS))
                .param("company", company.value())
                .param("sought", sought)
                .param("size", size)
                .param("skip", skip)
                .query(UserRow.class)
                .list();
    }

    int count(CompanyId company, @Nullable String sought) {
        return jdbc.sql("""
                select count(*)
                from app_user u
                where u.company_id = :company
                  and (:sought::text is null or position(lower(:sought) in lower(u.name)) > 0
                       or position(lower(:sought) in u.email) > 0)
                """)
                .param("company", company.value())
                .param("sought", sought)
                .query(Integer.class)
                .single();
    }

    Optional<UserRow> user(CompanyId company, UUID user) {
        return jdbc.sql("%s and u.user_id = :user".formatted(USERS))
                .param("company", company.value())
                .param("user", user)
                .query(UserRow.class)
                .optional();
    }

    List<RoleRow> roles(CompanyId company) {
        return jdbc.sql("""
                select role_id, name, predefined
                from role
                where company_id = :company
                order by predefined is null, name
                """)
                .param("company", company.value())
                .query(RoleRow.class)
                .list();
    }

    /** Locks the company's managers who can sign in, so that two changes cannot both take away the last one. */
    List<UUID> lockManagers(CompanyId company) {
        return jdbc.sql("""
                select u.user_id
                from app_user u
                join role r on r.company_id = u.company_id and r.role_id = u.role_id
                where u.company_id = :company and r.predefined = 'MANAGER' and not u.disabled
                order by u.user_id
                for update of u
                """).param("company", company.value()).query(UUID.class).list();
    }

    void change(CompanyId company, UUID user, UserChange change) {
        jdbc.sql("""
                update app_user
                set role_id = coalesce(:role::uuid, role_id),
                    disabled = coalesce(:disabled::boolean, disabled),
                    name = coalesce(:name::text, name),
                    password_hash = coalesce(:hash::text, password_hash),
                    version = version + 1
                where company_id = :company and user_id = :user
                """)
                .param("role", change.role())
                .param("disabled", change.disabled())
                .param("name", change.name())
                .param("hash", change.passwordHash())
                .param("company", company.value())
                .param("user", user)
                .update();
    }

    @Nullable
    String passwordHash(CompanyId company, UUID user) {
        return jdbc.sql("select password_hash from app_user where company_id = :company and user_id = :user")
                .param("company", company.value())
                .param("user", user)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Ends the sessions of whoever signed in with the address, but for one. */
    void endSessions(String email, String but) {
        jdbc.sql("delete from spring_session where principal_name = :email and session_id <> :but")
                .param("email", email)
                .param("but", but)
                .update();
    }
}
