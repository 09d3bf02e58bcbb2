package dev.portolan.portal.audit;

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
    public void note(CompanyId tenant, @Nullable UUID actor, AuditAct act, @Nullable UUID subject) {
        jdbc.sql("""
                insert into audit_entry (tenant_id, entry_id, at, actor_id, act, subject_id, address)
                values (:tenant, :id, :at, :actor, :act, :subject, :address)
                """)
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("act", act.name())
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
