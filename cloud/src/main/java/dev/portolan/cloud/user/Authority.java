package dev.portolan.cloud.user;

import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database, not the session, whether a person may do what they ask for. */
@Component
public class Authority {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Authority(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** @throws Refusal {@code forbidden} unless the person's role has the right at this moment */
    public void require(SignedIn person, Right right) {
        var has = tenancy.within(
                person.company(),
                () -> jdbc.sql("""
                select :right = any (r.rights)
                from app_user u
                join role r on r.company_id = u.company_id and r.role_id = u.role_id
                where u.company_id = :company and u.user_id = :user and not u.disabled
                """)
                        .param("right", right.name())
                        .param("company", person.company().value())
                        .param("user", person.userId())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
        if (!has) throw Refusal.forbidden();
    }

    /** @throws Refusal {@code forbidden} unless the person is an operator: has the right, at the vendor */
    public void requireOperator(SignedIn person) {
        if (!person.companyKind().equals("VENDOR")) throw Refusal.forbidden();
        require(person, Right.UPGRADE);
    }
}
