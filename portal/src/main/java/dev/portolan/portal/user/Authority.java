package dev.portolan.portal.user;

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
        if (!may(person, right)) throw Refusal.forbidden();
    }

    /** Whether the person's role has the right at this moment. */
    public boolean may(SignedIn person, Right right) {
        return tenancy.within(
                person.company(),
                () -> jdbc.sql("""
                select :right = any (r.rights)
                from app_user u
                join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id
                where u.tenant_id = :tenant and u.user_id = :user and not u.disabled
                """)
                        .param("right", right.name())
                        .param("tenant", person.company().value())
                        .param("user", person.userId())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }
}
