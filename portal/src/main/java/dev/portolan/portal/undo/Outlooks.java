package dev.portolan.portal.undo;

import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.UndoOutlook;
import dev.portolan.contract.UndoTry;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what an undo would do; writes nothing, and what it says may be outdated a moment later. */
@Component
public class Outlooks {
    private final Tenancy tenancy;
    private final UndoRows rows;
    private final LeavingRows stock;
    private final Grants grants;
    private final UndoReports reports;
    private final JdbcClient jdbc;

    Outlooks(Tenancy tenancy, UndoRows rows, LeavingRows stock, Grants grants, UndoReports reports, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.stock = stock;
        this.grants = grants;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    private record Usable(BigDecimal licences, int reservations) {}

    public UndoOutlook of(UndoTry undo) {
        return tenancy.within(new CompanyId(undo.order().tenant()), () -> {
            var obstacle = obstacle(undo);
            var usable = usable(undo);
            var granted = grants.since(undo);
            var inMovedPools = granted.stream().map(Grants.Grant::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new UndoOutlook(
                    obstacle == null ? null : obstacle.code(),
                    obstacle == null ? null : obstacle.detail(),
                    usable.licences().subtract(inMovedPools).max(BigDecimal.ZERO),
                    usable.reservations(),
                    inMovedPools,
                    reports.ofTransfer(undo),
                    reports.since(undo));
        });
    }

    private @Nullable PortalRefusal obstacle(UndoTry undo) {
        try {
            if (rows.undoneBy(undo).isPresent()) return new PortalRefusal("already_decided", "undone");
            if (stock.consumed(undo)) return new PortalRefusal("undo_consumed", "a licence was used");
            grants.requireReturnable(undo);
            return null;
        } catch (PortalRefusal refusal) {
            return refusal;
        }
    }

    private Usable usable(UndoTry undo) {
        return jdbc.sql("""
                select coalesce(sum(b.remaining + b.reserved), 0) as licences,
                       (select count(*) from reservation r
                        join licence_pool q on q.tenant_id = r.tenant_id and q.pool_id = r.pool_id
                        where r.tenant_id = :tenant and r.state = 'OPEN' and q.transfer_id = :transfer) as reservations
                from licence_balance b
                join licence_pool p on p.tenant_id = b.tenant_id and p.pool_id = b.pool_id
                where b.tenant_id = :tenant and p.transfer_id = :transfer
                """)
                .param("tenant", undo.order().tenant())
                .param("transfer", undo.transfer())
                .query(Usable.class)
                .single();
    }
}
