package dev.portolan.portal.user;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Accounts;
import dev.portolan.web.SignedIn;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who signs in: the directory names the company, then everything else is read bound to it. */
@Component
class PortalAccounts implements Accounts {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    PortalAccounts(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable Account find(String email) {
        return jdbc.sql("select tenant_id from sign_in_directory where email = :email")
                .param("email", email)
                .query(UUID.class)
                .optional()
                .map(company -> find(new CompanyId(company), email))
                .orElse(null);
    }

    private @Nullable Account find(CompanyId company, String email) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                        select u.user_id, u.email, u.name, u.password_hash, u.language, u.theme,
                               r.rights, c.name as company_name, c.kind as company_kind, c.zone
                        from app_user u
                        join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id
                        join tenant c on c.tenant_id = u.tenant_id
                        where u.tenant_id = :company and u.email = :email
                          and not u.disabled and u.password_hash is not null and not c.suspended
                        """)
                        .param("company", company.value())
                        .param("email", email)
                        .query((row, number) -> account(company, row))
                        .optional()
                        .orElse(null));
    }

    private static Account account(CompanyId company, ResultSet row) throws SQLException {
        Array rights = row.getArray("rights");
        var person = new SignedIn(
                row.getObject("user_id", UUID.class),
                company,
                row.getString("company_name"),
                row.getString("company_kind"),
                row.getString("email"),
                row.getString("name"),
                Set.of((String[]) rights.getArray()),
                row.getString("language"),
                row.getString("theme"),
                row.getString("zone"));
        return new Account(person, row.getString("password_hash"));
    }

    @Override
    public void signedIn(SignedIn person) {
        tenancy.run(
                person.company(),
                () -> jdbc.sql("""
                        update app_user
                        set last_signed_in_at = :now, first_signed_in_at = coalesce(first_signed_in_at, :now)
                        where tenant_id = :company and user_id = :user
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("company", person.company().value())
                        .param("user", person.userId())
                        .update());
    }

    @Override
    public void keepTastes(SignedIn person, @Nullable String language, @Nullable String theme) {
        tenancy.run(
                person.company(),
                () -> jdbc.sql("""
                        update app_user
                        set language = :language, theme = :theme
                        where tenant_id = :company and user_id = :user
                        """)
                        .param("language", language)
                        .param("theme", theme)
                        .param("company", person.company().value())
                        .param("user", person.userId())
                        .update());
    }
}
