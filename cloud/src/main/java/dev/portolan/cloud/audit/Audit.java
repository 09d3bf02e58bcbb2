package dev.portolan.cloud.audit;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Takes the entries of the audit log. */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry; call it inside the bound transaction of the act.
     *
     * @param actor the user who acted, null for the system itself
     * @param subject what it was done to
     */
    public void note(CompanyId company, @Nullable UUID actor, AuditAct act, @Nullable UUID subject) {
        note(company, actor, act.name(), subject);
    }

    /**
     * The same for acts of other modules, which bring the text {@code audit.<act>} in both languages.
     *
     * @param act upper-case letters and underscores
     */
    public void note(CompanyId company, @Nullable UUID actor, String act, @Nullable UUID subject) {
        jdbc.sql("""
                insert into audit_entry (company_id, entry_id, at, actor_id, act, subject_id, address)
                values (:company, :id, :at, :actor, :act, :subject, :address)
                """)
                .param("company", company.value())
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("act", act)
                .param("subject", subject)
                .param("address", address())
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
