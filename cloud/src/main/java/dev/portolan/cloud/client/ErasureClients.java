package dev.portolan.cloud.client;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which client programs a company runs, and when each was last seen. */
@Component
class ErasureClients {
    private final JdbcClient jdbc;
    private final Clock clock;

    ErasureClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Call it after the freeze has been asked, in the same bound transaction. */
    void seen(CompanyId company, ReservationRequest.Client client, UUID user) {
        jdbc.sql("""
                insert into erasure_client (company_id, client_id, name, version, user_id, last_seen_at)
                values (:company, :client, :name, :version, :user, :now)
                on conflict (company_id, client_id) do update
                set name = excluded.name, version = excluded.version, user_id = excluded.user_id,
                    last_seen_at = excluded.last_seen_at
                """)
                .param("company", company.value())
                .param("client", client.knownId())
                .param("name", client.knownName())
                .param("version", client.knownVersion())
                .param("user", user)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
