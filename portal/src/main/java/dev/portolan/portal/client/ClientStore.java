package dev.portolan.portal.client;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of codes and clients; every call but {@link #tenantOf} runs bound to the tenant. */
@Component
class ClientStore {
    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CompanyId> tenantOf(String email) {
        return jdbc.sql("select tenant_id from sign_in_directory where email = :email")
                .param("email", email)
                .query(UUID.class)
                .optional()
                .map(CompanyId::new);
    }

    void insertCode(UUID tenant, UUID id, UUID user, byte[] hash, Instant now, Instant expires) {
        jdbc.sql("""
                insert into enrolment_code (tenant_id, code_id, user_id, code_hash, made_at, expires_at)
                values (:tenant, :id, :user, :hash, :now, :expires)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("user", user)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Uses the code, once; answers its user where it is open and the user may enrol. */
    Optional<UUID> useCode(UUID tenant, String email, byte[] hash, Instant now) {
        return jdbc.sql("""
                update enrolment_code c
                set used_at = :now
                from app_user u, tenant t
                where c.tenant_id = :tenant and c.code_hash = :hash and c.used_at is null and c.expires_at > :now
                  and u.tenant_id = c.tenant_id and u.user_id = c.user_id and u.email = :email and not u.disabled
                  and t.tenant_id = c.tenant_id and not t.suspended
                returning c.user_id
                """)
                .param("now", Timestamp.from(now))
                .param("tenant", tenant)
                .param("hash", hash)
                .param("email", email)
                .query(UUID.class)
                .optional();
    }

    void keep(UUID tenant, ClientProgram program, UUID user, byte[] tokenHash, Instant now) {
        jdbc.sql("""
                insert into erasure_client (tenant_id, client_id, name, version, user_id, token_hash, enrolled_at,
                                            last_seen_at)
                values (:tenant, :client, :name, :version, :user, :hash, :now, :now)
                on conflict (tenant_id, client_id) do update
                set name = excluded.name, version = excluded.version, user_id = excluded.user_id,
                    token_hash = excluded.token_hash, enrolled_at = excluded.enrolled_at,
                    last_seen_at = excluded.last_seen_at
                """)
                .param("tenant", tenant)
                .param("client", program.knownId())
                .param("name", program.knownName())
                .param("version", program.knownVersion())
                .param("user", user)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<EnrolledClient> find(CompanyId tenant, byte[] tokenHash) {
        return jdbc.sql("""
                select c.client_id, c.user_id
                from erasure_client c
                join app_user u on u.tenant_id = c.tenant_id and u.user_id = c.user_id and not u.disabled
                join tenant t on t.tenant_id = c.tenant_id and not t.suspended
                join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id and 'ERASE' = any (r.rights)
                where c.tenant_id = :tenant and c.token_hash = :hash
                """)
                .param("tenant", tenant.value())
                .param("hash", tokenHash)
                .query((row, number) -> new EnrolledClient(
                        tenant, row.getObject("client_id", UUID.class), row.getObject("user_id", UUID.class)))
                .optional();
    }

    void seen(EnrolledClient client, String name, String version, Instant at) {
        jdbc.sql("""
                update erasure_client
                set name = :name, version = :version, last_seen_at = :at
                where tenant_id = :tenant and client_id = :client
                """)
                .param("name", name)
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("tenant", client.tenant().value())
                .param("client", client.clientId())
                .update();
    }

    /** Notes the time only, and only if the last one is older than a minute: a busy client need not write each time. */
    void seen(EnrolledClient client, Instant at) {
        jdbc.sql("""
                update erasure_client
                set last_seen_at = :at
                where tenant_id = :tenant and client_id = :client and last_seen_at < :before
                """)
                .param("at", Timestamp.from(at))
                .param("before", Timestamp.from(at.minusSeconds(60)))
                .param("tenant", client.tenant().value())
                .param("client", client.clientId())
                .update();
    }

    List<ErasureClient> clients(UUID tenant) {
        return jdbc.sql("""
                select c.client_id, c.name, c.version, u.name as "user", c.enrolled_at, c.last_seen_at
                from erasure_client c
                join app_user u on u.tenant_id = c.tenant_id and u.user_id = c.user_id
                where c.tenant_id = :tenant
                order by c.last_seen_at desc
                """).param("tenant", tenant).query(ErasureClient.class).list();
    }
}
