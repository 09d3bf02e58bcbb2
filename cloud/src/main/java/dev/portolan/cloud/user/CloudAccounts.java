package dev.portolan.cloud.user;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Accounts;
import dev.portolan.web.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who signs in: the directory names the company, then everything else is read bound to it. */
@Component
class CloudAccounts implements Accounts {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    CloudAccounts(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable Account find(String email) {
        return jdbc.sql("select company_id from sign_in_directory where email = :email")
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
                               r.rights, r.predefined, c.name as company_name, c.kind as company_kind, c.zone
                        from app_user u
                        join role r on r.company_id = u.company_id and r.role_id = u.role_id
                        join company c on c.company_id = u.company_id
                        where u.company_id = :company and u.email = :email
                          and not u.disabled and u.password_hash is not null and c.account_state = 'ACTIVE'
                        """)
                        .param("company", company.value())
                        .param("email", email)
                        .query((row, number) -> account(company, row))
                        .optional()
                        .orElse(null));
    }

    private static Account account(CompanyId company, ResultSet row) throws SQLException {
        var person = new SignedIn(
                row.getObject("user_id", UUID.class),
                company,
                row.getString("company_name"),
                row.getString("company_kind"),
                row.getString("email"),
                row.getString("name"),
                rights(row),
                row.getString("language"),
                row.getString("theme"),
                row.getString("zone"));
        return new Account(person, row.getString("password_hash"));
    }

    private static Set<String> rights(ResultSet row) throws SQLException {
        var rights = new HashSet<>(List.of((String[]) row.getArray("rights").getArray()));
        if (Right.MANAGER.equals(row.getString("predefined"))) rights.add(Right.MANAGER);
        return Set.copyOf(rights);
    }

    @Override
    public void signedIn(SignedIn person) {
        tenancy.run(
                person.company(),
                () -> jdbc.sql("""
                        update app_user
                        set last_signed_in_at = :now
                        where company_id = :company and user_id = :user
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
                        where company_id = :company and user_id = :user
                        """)
                        .param("language", language)
                        .param("theme", theme)
                        .param("company", person.company().value())
                        .param("user", person.userId())
                        .update());
    }
}
