package dev.portolan.cloud.operating;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of all companies that the vendor manages, in one statement for the rows and one for the totals. */
@Repository
class TransferStore {
    private static final String RUNS = """
            select r.run_id as run, r.runner_id as runner, r.subject_id as subject, p.name as partner,
                   coalesce(c.name, p.name) as company, r.plan, r.state, r.phase, r.step, r.epoch, r.node,
                   r.fault_code as fault, r.acts, r.wish, r.moved_at, r.due_at, r.alarmed_at, r.outcome
            from run_queue r
            join managed_company p on p.company_id = :vendor and p.managed_id = r.runner_id
            left join managed_company c on c.company_id = :vendor and c.managed_id = r.subject_id
            """;
    private static final String NAMED = """
            where (:name::text is null or position(lower(:name) in lower(coalesce(c.name, p.name))) > 0
                   or position(lower(:name) in lower(p.name)) > 0)
            """;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    TransferStore(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** What the reader looks for: part of a name, and which runs. */
    record Sought(@Nullable String name, Shown shown) {}

    List<TransferRow> rows(CompanyId vendor, Sought sought, TransferOrderBy order, int skip, int size) {
        return tenancy.within(
                vendor,
                () -> jdbc.sql(RUNS + NAMED + """
                  and case :shown when 'OPEN' then r.state <> 'ENDED'
                                  when 'ALARM' then r.state <> 'ENDED' and r.alarmed_at is not null
                                  else r.state = :shown end
                order by %s
                limit :size offset :skip
                """.formatted(order.sql()))
                        .param("vendor", vendor.value())
                        .param("name", sought.name())
                        .param("shown", sought.shown().name())
                        .param("size", size)
                        .param("skip", skip)
                        .query(TransferRow.class)
                        .list());
    }

    private record Total(String state, int runs, int alarms) {}

    /** How many there are of each. */
    Map<Shown, Integer> totals(CompanyId vendor, @Nullable String name) {
        var counted = tenancy.within(
                vendor,
                () -> jdbc.sql("""
                select state, count(*) as runs, count(alarmed_at) as alarms from (%s) found group by state
                """.formatted(RUNS + NAMED))
                        .param("vendor", vendor.value())
                        .param("name", name)
                        .query(Total.class)
                        .list());
        var totals = new EnumMap<Shown, Integer>(Shown.class);
        for (var shown : Shown.values()) totals.put(shown, 0);
        for (var each : counted) {
            totals.merge(Shown.valueOf(each.state()), each.runs(), Integer::sum);
            if (each.state().equals(Shown.ENDED.name())) continue;
            totals.merge(Shown.OPEN, each.runs(), Integer::sum);
            totals.merge(Shown.ALARM, each.alarms(), Integer::sum);
        }
        return totals;
    }

    /** One of them. */
    Optional<TransferRow> find(CompanyId vendor, UUID run) {
        return tenancy.within(
                vendor,
                () -> jdbc.sql(RUNS + "where r.run_id = :run")
                        .param("vendor", vendor.value())
                        .param("run", run)
                        .query(TransferRow.class)
                        .optional());
    }

    /** Those that have not ended, by their ids, from the one after this. */
    List<TransferRow> open(CompanyId vendor, UUID after, int size) {
        return tenancy.within(
                vendor,
                () -> jdbc.sql(RUNS + """
                where r.state <> 'ENDED' and r.run_id > :after
                order by r.run_id
                limit :size
                """)
                        .param("vendor", vendor.value())
                        .param("after", after)
                        .param("size", size)
                        .query(TransferRow.class)
                        .list());
    }
}
