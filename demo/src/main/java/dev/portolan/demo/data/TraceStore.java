package dev.portolan.demo.data;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Inserts what a company's clients, programs and users have left behind. */
final class TraceStore {
    private final NamedParameterJdbcTemplate jdbc;

    TraceStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Client(UUID companyId, UUID clientId, String name, String version, UUID userId, Instant lastSeenAt) {}

    record Call(UUID companyId, UUID callId, Instant at, UUID userId, String method, String endpoint, int status) {}

    record Act(
            UUID companyId,
            UUID entryId,
            Instant at,
            UUID actorId,
            String act,
            @Nullable UUID subjectId,
            String address) {}

    void insert(List<Client> clients, List<Call> calls, List<Act> acts) {
        Rows.insert(jdbc, """
                insert into erasure_client (company_id, client_id, name, version, user_id, last_seen_at)
                values (:companyId, :clientId, :name, :version, :userId, :lastSeenAt)
                """, clients);
        Rows.insert(jdbc, """
                insert into api_call (company_id, call_id, at, user_id, method, endpoint, status)
                values (:companyId, :callId, :at, :userId, :method, :endpoint, :status)
                """, calls);
        Rows.insert(jdbc, """
                insert into audit_entry (company_id, entry_id, at, actor_id, act, subject_id, address)
                values (:companyId, :entryId, :at, :actorId, :act, :subjectId, :address)
                """, acts);
    }
}
