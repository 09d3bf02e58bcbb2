package dev.portolan.portal.licence;

import dev.portolan.ledger.BurnRate;
import dev.portolan.ledger.Licensing;
import dev.portolan.ledger.Quantity;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pools of a tenant, as people look at them. */
@Component
public class Pools {
    private static final int PACE_DAYS = 30;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pools(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All pools: the tenant's own first, by product, then those that expire first. */
    public List<PoolView> list(CompanyId tenant) {
        var now = clock.instant();
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select p.pool_id, p.product, p.name, p.kind, p.expires_on, b.remaining, b.reserved,
                       coalesce(sum(e.quantity) filter (where e.kind = 'CONSUME'), 0) as consumed,
                       coalesce(sum(e.quantity) filter (where e.kind = 'CONSUME' and e.at >= :since), 0) as lately
                from licence_pool p
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                left join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id and e.kind = 'CONSUME'
                where p.tenant_id = :tenant
                group by p.tenant_id, p.pool_id, b.remaining, b.reserved
                order by p.kind, p.product, p.expires_on nulls last, p.pool_id
                """)
                        .param("since", Timestamp.from(now.minusSeconds(PACE_DAYS * 86_400L)))
                        .param("tenant", tenant.value())
                        .query((row, number) -> view(row, now))
                        .list());
    }

    /** The pool of this id. */
    Optional<PoolView> find(CompanyId tenant, UUID pool) {
        return list(tenant).stream().filter(each -> each.poolId().equals(pool)).findFirst();
    }

    private static PoolView view(ResultSet row, Instant now) throws SQLException {
        var expires = row.getObject("expires_on", LocalDate.class);
        var left = row.getBigDecimal("remaining");
        var reserved = row.getBigDecimal("reserved");
        boolean expired = Licensing.expired(expires, now);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var pace = new BurnRate(new Quantity(row.getBigDecimal("lately")), PACE_DAYS);
        return new PoolView(
                row.getObject("pool_id", UUID.class),
                row.getString("product"),
                row.getString("name"),
                row.getString("kind").equals("TRIAL"),
                expires,
                expired,
                expired ? BigDecimal.ZERO : left,
                left.add(reserved).add(row.getBigDecimal("consumed")),
                left.add(reserved),
                pace.runsOutOn(new Quantity(left), today).orElse(null));
    }
}
