package dev.portolan.cloud.upgrade;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds licences that one of two companies has given and the other has not received yet. */
@Component
class GrantsUnderWay {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    GrantsUnderWay(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Products of which something is under way, in either direction. */
    List<String> between(CompanyId partner, CompanyId customer) {
        var products = new TreeSet<String>();
        products.addAll(missing(granted(partner, customer, "GRANT_OUT"), granted(customer, partner, "GRANT_IN")));
        products.addAll(missing(granted(customer, partner, "GRANT_OUT"), granted(partner, customer, "GRANT_IN")));
        return List.copyOf(products);
    }

    private static List<String> missing(Map<String, BigDecimal> given, Map<String, BigDecimal> received) {
        return given.entrySet().stream()
                .filter(sum -> sum.getValue().compareTo(received.getOrDefault(sum.getKey(), BigDecimal.ZERO)) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, BigDecimal> granted(CompanyId company, CompanyId counterpart, String kind) {
        var sums = new HashMap<String, BigDecimal>();
        tenancy.run(
                company,
                () -> jdbc.sql("""
                        select p.product, sum(e.quantity) as quantity
                        from ledger_entry e
                        join licence_pool p on p.company_id = e.company_id and p.pool_id = e.pool_id
                        where e.company_id = :company and e.counterpart_id = :counterpart and e.kind = :kind
                        group by p.product
                        """)
                        .param("company", company.value())
                        .param("counterpart", counterpart.value())
                        .param("kind", kind)
                        .query((row, number) -> sums.put(row.getString("product"), row.getBigDecimal("quantity")))
                        .list());
        return sums;
    }
}
