package dev.portolan.portal.licence;

import dev.portolan.ledger.EntryKind;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a pool, and what an erasure costs. */
@Component
class History {
    /** The newest entries that the page shows. */
    static final int SHOWN = 200;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    History(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /**
     * An entry of the ledger.
     *
     * @param reserved the part of a transfer that was reserved
     * @param document the report it was consumed for
     * @param by the name of who acted
     */
    record Line(
            Instant at,
            EntryKind kind,
            BigDecimal quantity,
            BigDecimal reserved,
            @Nullable UUID document,
            @Nullable String note,
            @Nullable String by) {}

    /** @param rate licences that one erasure takes */
    record ProductRate(String product, String kind, BigDecimal rate) {}

    List<Line> newest(CompanyId tenant, UUID pool) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select e.at, e.kind, e.quantity, e.reserved, r.document_id as document, e.note, u.name as by
                from ledger_entry e
                left join reservation r on r.tenant_id = e.tenant_id and r.reservation_id = e.reservation_id
                                       and e.kind = 'CONSUME'
                left join app_user u on u.tenant_id = e.tenant_id and u.user_id = e.by_user
                where e.tenant_id = :tenant and e.pool_id = :pool
                order by e.at desc, e.entry_id desc
                limit :most
                """)
                        .param("tenant", tenant.value())
                        .param("pool", pool)
                        .param("most", SHOWN)
                        .query(Line.class)
                        .list());
    }

    List<ProductRate> rates() {
        return jdbc.sql("select product, kind, rate from product order by product")
                .query(ProductRate.class)
                .list();
    }
}
