package dev.portolan.portal.undo;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.UndoTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import dev.portolan.portal.freeze.TenantFreeze;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others have granted to the tenant since the transfer; with an undo it goes back to them. */
@Component
class Grants {
    private static final String NOTE = "undo";

    private final Tenancy tenancy;
    private final TenantFreeze freeze;
    private final JdbcClient jdbc;
    private final Clock clock;

    Grants(Tenancy tenancy, TenantFreeze freeze, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.freeze = freeze;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What one grantor has put into one pool, less what it got back. */
    record Grant(UUID pool, String product, UUID grantor, BigDecimal quantity, BigDecimal remaining) {}

    List<Grant> since(UndoTry undo) {
        return jdbc.sql("""
                select p.pool_id as pool, p.product, e.counterpart_id as grantor, b.remaining,
                       sum(case e.kind when 'GRANT_IN' then e.quantity else -e.quantity end) as quantity
                from ledger_entry e
                join licence_pool p on p.tenant_id = e.tenant_id and p.pool_id = e.pool_id and p.kind = 'OWN'
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                join transfer_outcome o on o.tenant_id = e.tenant_id and o.transfer_id = :transfer
                  and o.outcome = 'ACTIVATED'
                where e.tenant_id = :tenant and e.kind in ('GRANT_IN', 'GRANT_OUT') and e.counterpart_id is not null
                  and (p.transfer_id = :transfer or e.at >= o.at)
                group by p.pool_id, p.product, e.counterpart_id, b.remaining
                having sum(case e.kind when 'GRANT_IN' then e.quantity else -e.quantity end) > 0
                order by p.pool_id, e.counterpart_id
                """)
                .param("tenant", undo.order().tenant())
                .param("transfer", undo.transfer())
                .query(Grant.class)
                .list();
    }

    /** @throws PortalRefusal {@code undo_granted_reserved} or {@code undo_grantor_unknown}, with the product */
    void requireReturnable(UndoTry undo) {
        var grants = since(undo);
        for (var grant : grants) {
            var of = grants.stream()
                    .filter(other -> other.pool().equals(grant.pool()))
                    .map(Grant::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (of.compareTo(grant.remaining()) > 0) throw new PortalRefusal("undo_granted_reserved", grant.product());
            if (home(undo, grant).isEmpty()) throw new PortalRefusal("undo_grantor_unknown", grant.product());
        }
    }

    /** Joins the transaction that settles the undo. */
    void giveBack(UndoTry undo) {
        var tenant = new CompanyId(undo.order().tenant());
        for (var grant : since(undo)) {
            var home = home(undo, grant).orElseThrow();
            var grantor = new CompanyId(grant.grantor());
            write(tenant, grant.pool(), "GRANT_OUT", grant.quantity(), grantor);
            tenancy.run(grantor, () -> {
                freeze.share(grantor);
                write(grantor, home, "GRANT_IN", grant.quantity(), tenant);
            });
        }
    }

    /** The grantor's pool that the licences came from; where the ledger does not name it, one of the same product. */
    private Optional<UUID> home(UndoTry undo, Grant grant) {
        return tenancy.within(
                new CompanyId(grant.grantor()),
                () -> jdbc.sql("""
                select p.pool_id
                from licence_pool p
                join licence_balance b on b.tenant_id = p.tenant_id and b.pool_id = p.pool_id
                left join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id
                  and e.kind = 'GRANT_OUT' and e.counterpart_id = :tenant
                where p.tenant_id = :grantor and p.product = :product and p.kind = 'OWN'
                order by e.at desc nulls last, p.created_at, p.pool_id
                limit 1
                """)
                        .param("tenant", undo.order().tenant())
                        .param("grantor", grant.grantor())
                        .param("product", grant.product())
                        .query(UUID.class)
                        .optional());
    }

    private void write(CompanyId tenant, UUID pool, String kind, BigDecimal quantity, CompanyId counterpart) {
        jdbc.sql("""
                insert into ledger_entry (tenant_id, entry_id, pool_id, kind, quantity, counterpart_id, note, at)
                values (:tenant, :entry, :pool, :kind, :quantity, :counterpart, :note, :now)
                """)
                .param("tenant", tenant.value())
                .param("entry", Ids.next())
                .param("pool", pool)
                .param("kind", kind)
                .param("quantity", quantity)
                .param("counterpart", counterpart.value())
                .param("note", NOTE)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                update licence_balance set remaining = remaining + :change
                where tenant_id = :tenant and pool_id = :pool
                """)
                .param("change", kind.equals("GRANT_IN") ? quantity : quantity.negate())
                .param("tenant", tenant.value())
                .param("pool", pool)
                .update();
    }
}
