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
 * Promises 2 and 3 on the way back. Each side is read in one statement, hence at one commit; the Cloud first, since what
 * arrives there has left the Portal before.
 */
public final class LicencesReturned {
    private static final String PORTAL = """
            select p.pool_id, coalesce(b.remaining, 0) + coalesce(b.reserved, 0) as usable,
                   coalesce(sum(e.quantity + e.reserved) filter (where e.kind = 'TRANSFER_IN'), 0) as arrived,
                   coalesce(sum(case e.kind when 'TRANSFER_OUT' then e.quantity + e.reserved
                                            when 'TRANSFER_OUT_REVERSED' then -e.quantity - e.reserved else 0 end), 0)
                     as departed,
                   coalesce(sum(e.quantity) filter (where e.kind = 'CONSUME'), 0) as consumed
            from licence_pool p
            left join licence_balance b using (tenant_id, pool_id)
            left join ledger_entry e on e.tenant_id = p.tenant_id and e.pool_id = p.pool_id
              and (e.kind <> 'TRANSFER_IN' or (e.transfer_id, e.epoch) in (
                select o.transfer_id, o.epoch from transfer_outcome o where o.tenant_id = p.tenant_id and o.outcome = 'ACTIVATED'))
            where p.tenant_id = ? and p.transfer_id in (
              select o.transfer_id from transfer_outcome o where o.tenant_id = p.tenant_id and o.outcome = 'ACTIVATED')
            group by p.pool_id, b.remaining, b.reserved
            """;
    /** What came here by a grant is in neither sum: what left is, less what was used up here since it came back. */
    private static final String CLOUD = """
            select p.pool_id, b.remaining + b.reserved as usable,
                   coalesce(sum(e.quantity + e.reserved) filter (where e.kind = 'TRANSFER_IN'), 0) as arrived,
                   coalesce(sum(case e.kind when 'TRANSFER_OUT' then e.quantity + e.reserved
                                            when 'TRANSFER_OUT_REVERSED' then -e.quantity - e.reserved else 0 end), 0)
                     as departed,
                   coalesce(sum(case e.kind when 'CONSUME' then e.quantity when 'GRANT_IN' then -e.quantity
                                            when 'GRANT_OUT' then e.quantity else 0 end), 0) as consumed
            from licence_pool p
            join licence_balance b using (company_id, pool_id)
            left join ledger_entry e on e.company_id = p.company_id and e.pool_id = p.pool_id
            where p.company_id = ?
            group by p.pool_id, b.remaining, b.reserved
            """;

    private final Sight sight;
    private final UUID company;

    public LicencesReturned(Sight sight, UUID company) {
        this.sight = sight;
        this.company = company;
    }

    /**
     * A pool on one side.
     *
     * @param arrived from the other side
     * @param departed to the other side
     * @param consumed less what was granted
     */
    private record Account(UUID pool, BigDecimal usable, BigDecimal arrived, BigDecimal departed, BigDecimal consumed) {
        boolean adds() {
            return usable.compareTo(arrived.subtract(departed).subtract(consumed)) == 0;
        }
    }

    /** What does not hold at this moment. */
    public List<String> now() {
        var here = accounts(sight.cloud(), CLOUD);
        var there = accounts(sight.portal(), PORTAL);
        var broken = new ArrayList<String>();
        for (var pool : here.values()) {
            var other = there.get(pool.pool());
            if (other == null) broken.add("promise 2: a pool is unknown in the Portal");
            else broken.addAll(compared(pool, other));
        }
        return broken;
    }

    private static List<String> compared(Account here, Account there) {
        var broken = new ArrayList<String>();
        if (!here.adds()) broken.add("promise 2: the Cloud's balance is not the sum of its entries, " + here);
        if (!there.adds()) broken.add("promise 2: the Portal's balance is not the sum of its entries, " + there);
        if (here.departed().compareTo(there.arrived()) != 0)
            broken.add("promise 2: " + here.departed() + " have left the Cloud, " + there.arrived() + " have arrived");
        boolean back = here.arrived().signum() != 0;
        if (back && here.arrived().compareTo(there.departed()) != 0)
            broken.add("promise 2: " + there.departed() + " have left the Portal, " + here.arrived() + " have arrived");
        if (here.usable().signum() > 0 && there.usable().signum() > 0)
            broken.add("promise 3: usable in both, " + here.usable() + " and " + there.usable());
        return broken;
    }

    private Map<UUID, Account> accounts(Rows rows, String sql) {
        return rows.list(sql, (row, number) -> account(row), company).stream()
                .collect(Collectors.toMap(Account::pool, Function.identity()));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("pool_id", UUID.class),
                row.getBigDecimal("usable"),
                row.getBigDecimal("arrived"),
                row.getBigDecimal("departed"),
                row.getBigDecimal("consumed"));
    }
}
