package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;

/** The second and third promise of a transfer, looked up in the rows of both databases. */
record Licences(Look cloud, Look portal) {

    /** Everything that was granted in the Cloud is somewhere: used up or usable on one side, or in transit. */
    void requireConserved(UUID company) {
        // The Portal first: what is activated there has left the Cloud before.
        var there = portal.jdbc
                .sql("""
                select coalesce(sum(e.quantity + e.reserved), 0) from ledger_entry e
                where e.tenant_id = ? and e.kind = 'TRANSFER_IN' and (e.transfer_id, e.epoch) in (
                  select transfer_id, epoch from transfer_outcome where tenant_id = ? and outcome = 'ACTIVATED')
                """)
                .params(company, company)
                .query(BigDecimal.class)
                .single();
        var here = cloud.jdbc
                .sql("""
                select (select sum(case kind when 'GRANT_IN' then quantity when 'GRANT_OUT' then -quantity
                                             when 'CONSUME' then -quantity when 'EXPIRE' then -quantity
                                             else 0 end)
                        from ledger_entry where company_id = ?)
                     - (select sum(remaining + reserved) from licence_balance where company_id = ?)
                     - (select coalesce(sum(case kind when 'TRANSFER_OUT' then quantity + reserved
                                                      when 'TRANSFER_OUT_REVERSED' then -quantity - reserved
                                                      else 0 end), 0)
                        from ledger_entry where company_id = ?)
                """)
                .params(company, company, company)
                .query(BigDecimal.class)
                .single();
        assertThat(here)
                .as("granted - granted on - expired - consumed - usable - out")
                .isEqualByComparingTo(BigDecimal.ZERO);
        if (there.signum() > 0) {
            var out =
                    cloud.jdbc.sql("""
                    select sum(case kind when 'TRANSFER_OUT' then quantity + reserved
                                         when 'TRANSFER_OUT_REVERSED' then -quantity - reserved else 0 end)
                    from ledger_entry where company_id = ?
                    """).params(company).query(BigDecimal.class).single();
            assertThat(out).as("what arrived has left").isEqualByComparingTo(there);
            assertThat(usableHere(company)).as("usable on both sides").isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    BigDecimal usableHere(UUID company) {
        return cloud.jdbc
                .sql("select coalesce(sum(remaining + reserved), 0) from licence_balance where company_id = ?")
                .params(company)
                .query(BigDecimal.class)
                .single();
    }
}
