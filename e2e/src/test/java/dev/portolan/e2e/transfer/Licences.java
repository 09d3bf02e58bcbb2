package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second and third promise of a transfer, looked up in the rows of both databases. */
record Licences(Look cloud, Look portal) {

    /**
     * Everything that was granted is somewhere: used up or usable on one side, or in transit; what arrived on one side has
     * left the other; and nothing is usable on both.
     */
    void requireConserved(UUID company) {
        // The Portal first: what is activated there has left the Cloud before.
        var thereIn = arrived(portal.jdbc, """
                select transfer_id || '/' || epoch || '/' || pool_id as what, quantity + reserved as amount
                from ledger_entry e
                where tenant_id = ? and kind = 'TRANSFER_IN' and (transfer_id, epoch) in (
                  select transfer_id, epoch from transfer_outcome o
                  where o.tenant_id = e.tenant_id and outcome = 'ACTIVATED')
                """, company);
        var thereUsable = usableThere(company);
        var hereUsable = usableHere(company);
        requireBalanced(cloud.jdbc, "company_id", company, "true");
        var hereOut = arrived(cloud.jdbc, left("company_id"), company);
        thereIn.forEach((what, amount) -> assertThat(hereOut.get(what))
                .as("what arrived in the Portal has left the Cloud: " + what)
                .isEqualByComparingTo(amount));
        var hereIn = arrived(cloud.jdbc, """
                select transfer_id || '/' || epoch || '/' || pool_id as what, quantity + reserved as amount
                from ledger_entry where company_id = ? and kind = 'TRANSFER_IN'
                """, company);
        var thereOut = arrived(portal.jdbc, left("tenant_id"), company);
        hereIn.forEach((what, amount) -> assertThat(thereOut.get(what))
                .as("what came back to the Cloud has left the Portal: " + what)
                .isEqualByComparingTo(amount));
        requireBalanced(
                portal.jdbc,
                "tenant_id",
                company,
                "(kind <> 'TRANSFER_IN' or (transfer_id, epoch) in (select transfer_id, epoch from transfer_outcome o where o.tenant_id = e.tenant_id and outcome = 'ACTIVATED'))");
        if (thereUsable.signum() > 0)
            assertThat(hereUsable).as("usable on both sides").isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static String left(String key) {
        return """
                select transfer_id || '/' || epoch || '/' || pool_id as what, quantity + reserved as amount
                from ledger_entry o
                where %1$s = ? and kind = 'TRANSFER_OUT' and not exists (
                  select from ledger_entry r where r.%1$s = o.%1$s and r.transfer_id = o.transfer_id
                    and r.epoch = o.epoch and r.pool_id = o.pool_id and r.kind = 'TRANSFER_OUT_REVERSED')
                """.formatted(key);
    }

    private static Map<String, BigDecimal> arrived(JdbcClient jdbc, String sql, UUID company) {
        return jdbc
                .sql(sql)
                .params(company)
                .query((row, number) -> Map.entry(row.getString("what"), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The entries that count add up to the balances, in one look. */
    private static void requireBalanced(JdbcClient jdbc, String key, UUID company, String counts) {
        var difference = jdbc.sql("""
                select (select coalesce(sum(case kind when 'GRANT_IN' then quantity when 'GRANT_OUT' then -quantity
                                                      when 'CONSUME' then -quantity when 'EXPIRE' then -quantity
                                                      when 'TRANSFER_IN' then quantity + reserved
                                                      when 'TRANSFER_OUT_REVERSED' then quantity + reserved
                                                      when 'TRANSFER_OUT' then -quantity - reserved else 0 end), 0)
                        from ledger_entry e where %1$s = ? and %2$s)
                     - (select coalesce(sum(remaining + reserved), 0) from licence_balance b
                        where %1$s = ? and %3$s)
                """.formatted(
                                key,
                                counts,
                                key.equals("tenant_id")
                                        ? "(transfer_id is null or transfer_id in (select transfer_id from transfer_outcome o where o.tenant_id = b.tenant_id and outcome = 'ACTIVATED'))"
                                        : "true"))
                .params(company, company)
                .query(BigDecimal.class)
                .single();
        assertThat(difference).as("entries less balances, by " + key).isEqualByComparingTo(BigDecimal.ZERO);
    }

    BigDecimal usableHere(UUID company) {
        return cloud.jdbc
                .sql("select coalesce(sum(remaining + reserved), 0) from licence_balance where company_id = ?")
                .params(company)
                .query(BigDecimal.class)
                .single();
    }

    /** What a transfer has brought and the policy lets the tenant see, while it is not frozen for an undo. */
    BigDecimal usableThere(UUID company) {
        return portal.jdbc.sql("""
                select coalesce(sum(b.remaining + b.reserved), 0) from licence_balance b
                where b.tenant_id = ? and b.transfer_id in (
                  select transfer_id from transfer_outcome o
                  where o.tenant_id = b.tenant_id and outcome = 'ACTIVATED' and undone_at is null)
                  and not exists (select from tenant_freeze f where f.tenant_id = b.tenant_id and f.state <> 'ACTIVE')
                """).params(company).query(BigDecimal.class).single();
    }
}
