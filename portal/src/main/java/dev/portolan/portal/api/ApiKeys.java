package dev.portolan.portal.api;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.audit.Audit;
import dev.portolan.portal.audit.AuditAct;
import dev.portolan.portal.token.TenantToken;
import dev.portolan.web.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of a tenant. */
@Component
public class ApiKeys {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(Tenancy tenancy, JdbcClient jdbc, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All keys, those that work first, then the newest. */
    public List<ApiKey> list(CompanyId tenant) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select k.key_id, k.name, u.name as owner, k.made_at, k.last_used_at, k.revoked_at
                from api_key k
                join app_user u on u.tenant_id = k.tenant_id and u.user_id = k.user_id
                where k.tenant_id = :tenant
                order by k.revoked_at is not null, k.made_at desc
                """)
                        .param("tenant", tenant.value())
                        .query(ApiKey.class)
                        .list());
    }

    /** Makes a key; its text is answered here and never again. */
    public String make(CompanyId tenant, UUID owner, String name) {
        return tenancy.within(tenant, () -> {
            var key = TenantToken.random(tenant);
            var id = Ids.next();
            jdbc.sql("""
                    insert into api_key (tenant_id, key_id, name, key_hash, user_id, made_at)
                    values (:tenant, :id, :name, :hash, :owner, :now)
                    """)
                    .param("tenant", tenant.value())
                    .param("id", id)
                    .param("name", name)
                    .param("hash", key.hash())
                    .param("owner", owner)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            audit.note(tenant, owner, AuditAct.API_KEY_MADE, id);
            return key.text();
        });
    }

    /**
     * Ends a key for good; again is the same as once.
     *
     * @throws Refusal {@code not_found}
     */
    public void revoke(CompanyId tenant, UUID by, UUID key) {
        tenancy.run(tenant, () -> {
            int known = jdbc.sql("""
                    update api_key
                    set revoked_at = coalesce(revoked_at, :now)
                    where tenant_id = :tenant and key_id = :key
                    """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("tenant", tenant.value())
                    .param("key", key)
                    .update();
            if (known == 0) throw Refusal.notFound();
            audit.note(tenant, by, AuditAct.API_KEY_REVOKED, key);
        });
    }

    /** Who a key is, unless it was revoked or its owner may export no more; notes its use, once a minute at most. */
    Optional<KeyHolder> use(TenantToken key) {
        return tenancy.within(key.tenant(), () -> {
            var holder = find(key);
            holder.ifPresent(known -> seen(known, clock.instant()));
            return holder;
        });
    }

    private Optional<KeyHolder> find(TenantToken key) {
        return jdbc.sql("""
                select k.key_id, t.name, t.zone
                from api_key k
                join app_user u on u.tenant_id = k.tenant_id and u.user_id = k.user_id and not u.disabled
                join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id and 'EXPORT_REPORTS' = any (r.rights)
                join tenant t on t.tenant_id = k.tenant_id and not t.suspended
                where k.tenant_id = :tenant and k.key_hash = :hash and k.revoked_at is null
                """)
                .param("tenant", key.tenant().value())
                .param("hash", key.hash())
                .query((row, number) -> new KeyHolder(
                        key.tenant(),
                        row.getObject("key_id", UUID.class),
                        row.getString("name"),
                        row.getString("zone")))
                .optional();
    }

    private void seen(KeyHolder holder, Instant now) {
        jdbc.sql("""
                update api_key
                set last_used_at = :now
                where tenant_id = :tenant and key_id = :key and (last_used_at is null or last_used_at < :before)
                """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minusSeconds(60)))
                .param("tenant", holder.tenant().value())
                .param("key", holder.keyId())
                .update();
    }
}
