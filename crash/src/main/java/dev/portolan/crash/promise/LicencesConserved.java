package dev.portolan.crash.promise;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Promise 2: granted in = granted on + expired + consumed + reserved + remaining over both sides + in transit, for every
 * pool, at every commit; promise 3 in rows: what can be used in the Portal cannot be used in the Cloud. Each side is read in
 * one statement, hence at one commit; the Portal first, since what is activated there has left the Cloud before.
 */
public final class LicencesConserved {
    private static final String PORTAL = """
            select p.pool_id, coalesce(b.remaining, 0) + coalesce(b.reserved, 0) as usable,
                   coalesce(sum(e.quantity + e.reserved) filter (where e.kind = 'TRANSFER_IN'), 0) as arrived,
                   coalesce(sum(case e.kind when 'GRANT_IN' then e.quantity when 'GRANT_OUT' then -e.quantity
                                            when 'CONSUME' then -e.quantity when 'EXPIRE' then -e.quantity
                                            when 'TRANSFER_IN' then e.quantity + e.reserved
                                            when 'TRANSFER_OUT' then -e.quantity - e.reserved
                                            when 'TRANSFER_OUT_REVERSED' then e.quantity + e.reserved else 0 end), 0)
                     as booked
            from licence_pool p
            left join licence_balance b using (tenant_id, pool_id)
            left join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id
              and (e.kind <> 'TRANSFER_IN' or e.transfer_id is null or (e.transfer_id, e.epoch) in (
                select o.transfer_id, o.epoch from transfer_outcome o where o.tenant_id = p.tenant_id and o.outcome = 'ACTIVATED'))
            where p.tenant_id = ? and p.transfer_id in (
              select o.transfer_id from transfer_outcome o where o.tenant_id = p.tenant_id and o.outcome = 'ACTIVATED')
            group by p.pool_id, b.remaining, b.reserved
            """;
    private static final String CLOUD = """
            select p.pool_id, b.remaining + b.reserved as usable,
                   coalesce(sum(case e.kind when 'TRANSFER_OUT' then e.quantity + e.reserved
                                            when 'TRANSFER_OUT_REVERSED' then -e.quantity - e.reserved else 0 end), 0)
                     as outgoing,
                   coalesce(sum(case e.kind when 'GRANT_IN' then e.quantity when 'GRANT_OUT' then -e.quantity
                                            when 'CONSUME' then -e.quantity when 'EXPIRE' then -e.quantity
                                            when 'TRANSFER_IN' then e.quantity + e.reserved
                                            when 'TRANSFER_OUT' then -e.quantity - e.reserved
                                            when 'TRANSFER_OUT_REVERSED' then e.quantity + e.reserved else 0 end), 0)
                     as booked
            from licence_pool p
            join licence_balance b using (company_id, pool_id)
            left join ledger_entry e on e.company_id = p.company_id and e.pool_id = p.pool_id
            where p.company_id = ?
            group by p.pool_id, b.remaining, b.reserved
            """;

    private final Sight sight;
    private final UUID company;

    public LicencesConserved(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
    }

    /** What a pool holds, what its entries add up to, and what of it came from the other side or left for it. */
    private record Account(UUID pool, BigDecimal usable, BigDecimal moved, BigDecimal booked) {}

    /** What does not hold at this moment. */
    public List<String> now() {
        var there = accounts(sight.portal(), PORTAL, "arrived");
        var here = accounts(sight.cloud(), CLOUD, "outgoing");
        var broken = new ArrayList<String>();
        for (var pool : here.values()) {
            if (pool.usable().compareTo(pool.booked()) != 0)
                broken.add(
                        "promise 2: in the Cloud " + pool.usable() + " are usable, " + pool.booked() + " are booked");
            var arrived = there.get(pool.pool());
            if (arrived != null) broken.addAll(moved(pool, arrived));
        }
        return broken;
    }

    private static List<String> moved(Account left, Account arrived) {
        var broken = new ArrayList<String>();
        if (arrived.usable().compareTo(arrived.booked()) != 0)
            broken.add("promise 2: in the Portal " + arrived.usable() + " are usable, " + arrived.booked()
                    + " are booked");
        if (arrived.moved().compareTo(left.moved()) != 0)
            broken.add("promise 2: " + left.moved() + " have left the Cloud, " + arrived.moved() + " have arrived");
        if (arrived.usable().signum() > 0 && left.usable().signum() > 0)
            broken.add("promise 3: usable in both, " + left.usable() + " and " + arrived.usable());
        return broken;
    }

    private Map<UUID, Account> accounts(Rows rows, String sql, String moved) {
        return rows.list(sql, (row, number) -> account(row, moved), company).stream()
                .collect(Collectors.toMap(Account::pool, Function.identity()));
    }

    private static Account account(ResultSet row, String moved) throws SQLException {
        return new Account(
                row.getObject("pool_id", UUID.class),
                row.getBigDecimal("usable"),
                row.getBigDecimal(moved),
                row.getBigDecimal("booked"));
    }
}
