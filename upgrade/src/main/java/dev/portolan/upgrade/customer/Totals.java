package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a partner's customers by state. */
@Component
public class Totals {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Totals(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Customers by state; the partner itself is not counted. */
    public Counts of(CompanyId company) {
        return tenancy.within(company, () -> {
            var counts = new EnumMap<MigrationState, Integer>(MigrationState.class);
            jdbc.sql("""
                    select state, count(*) as customers
                    from migration_status
                    where company_id = :company and subject_id <> :company
                    group by state
                    """)
                    .param("company", company.value())
                    .query((row, number) ->
                            counts.put(MigrationState.valueOf(row.getString("state")), row.getInt("customers")))
                    .list();
            return new Counts(counts);
        });
    }

    /** Customers by state; absent states have none. */
    public record Counts(Map<MigrationState, Integer> by) {
        public static final Counts NONE = new Counts(Map.of());

        public Counts {
            by = Map.copyOf(by);
        }

        public int of(MigrationState state) {
            return by.getOrDefault(state, 0);
        }

        /** Customers in any state of the status. */
        public int of(Status status) {
            return by.entrySet().stream()
                    .filter(entry -> entry.getKey().status() == status)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** The three values of Status, in their order. */
        public List<Status> statuses() {
            return List.of(Status.values());
        }

        public int all() {
            return by.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int invited() {
            return all() - of(Status.NOT_STARTED);
        }

        public int stageOneDone() {
            return invited() - of(MigrationState.STAGE_ONE_IN_PROGRESS) - of(MigrationState.STAGE_ONE_FAILED);
        }

        public int transferred() {
            return stageOneDone() - of(MigrationState.STAGE_ONE_COMPLETED);
        }

        /** Those that stopped and wait for somebody. */
        public int stopped() {
            return of(MigrationState.STAGE_ONE_FAILED)
                    + of(MigrationState.STAGE_TWO_FAILED)
                    + of(MigrationState.PROOF_FAILED);
        }
    }
}
