package dev.portolan.cloud.licence;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pools, reservations and history as pages show them. */
@Component
public class LicenceFigures {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    LicenceFigures(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Every pool of the company, by product, those that expire first before the others. */
    public List<PoolRow> pools(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select p.pool_id, p.product, p.name, p.expires_on, b.reserved, b.remaining,
                       coalesce(e.granted, 0) as granted, coalesce(e.consumed, 0) as consumed
                from licence_pool p
                join licence_balance b on b.company_id = p.company_id and b.pool_id = p.pool_id
                left join (select pool_id,
                                  sum(case kind when 'GRANT_IN' then quantity when 'GRANT_OUT' then -quantity
                                                when 'TRANSFER_IN' then quantity + reserved else 0 end) as granted,
                                  sum(case kind when 'CONSUME' then quantity else 0 end) as consumed
                           from ledger_entry
                           where company_id = :company
                           group by pool_id) e on e.pool_id = p.pool_id
                where p.company_id = :company
                order by p.product, p.expires_on nulls last, p.pool_id
                """)
                        .param("company", company.value())
                        .query(PoolRow.class)
                        .list());
    }

    Optional<PoolRow> pool(CompanyId company, UUID pool) {
        return pools(company).stream().filter(row -> row.poolId().equals(pool)).findFirst();
    }

    List<OpenReservation> open(CompanyId company, int most) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select r.reservation_id, p.product, r.quantity, r.reserved_at, c.name as client, u.name as by
                from reservation r
                join licence_pool p on p.company_id = r.company_id and p.pool_id = r.pool_id
                left join erasure_client c on c.company_id = r.company_id and c.client_id = r.client_id
                left join app_user u on u.company_id = r.company_id and u.user_id = r.user_id
                where r.company_id = :company and r.state = 'OPEN'
                order by r.reserved_at, r.reservation_id
                limit :most
                """)
                        .param("company", company.value())
                        .param("most", most)
                        .query(OpenReservation.class)
                        .list());
    }

    int historyCount(CompanyId company, UUID pool, int most) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select count(*)
                from (select 1 from ledger_entry where company_id = :company and pool_id = :pool limit :most) as found
                """)
                        .param("company", company.value())
                        .param("pool", pool)
                        .param("most", most)
                        .query(Integer.class)
                        .single());
    }

    List<HistoryRow> history(CompanyId company, UUID pool, int skip, int size) {
        return tenancy.within(
                company,
                () -> jdbc.sql("""
                select e.at, e.kind, e.quantity, e.reserved, r.document_id, e.note, u.name as by
                from ledger_entry e
                left join reservation r on r.company_id = e.company_id and r.reservation_id = e.reservation_id
                left join app_user u on u.company_id = e.company_id and u.user_id = e.by_user
                where e.company_id = :company and e.pool_id = :pool
                order by e.entry_id desc
                limit :size offset :skip
                """)
                        .param("company", company.value())
                        .param("pool", pool)
                        .param("size", size)
                        .param("skip", skip)
                        .query(HistoryRow.class)
                        .list());
    }
}
