package dev.portolan.upgrade.customer;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Standings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of customers. */
@Component
class CustomerStore {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    CustomerStore(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** @param sort a column, behind a minus sign for the opposite order */
    List<CustomerRow> page(CompanyId partner, CustomerFilter filter, String sort, int page, int size) {
        boolean down = sort.startsWith("-");
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select c.customer_id, c.name, c.kind, s.state, s.reason_code, s.reason, s.changed_at,
                               c.version + s.version as version, c.users, c.signed_up, c.managers_in, c.refused,
                               c.licences, c.reports, c.clients, c.blockers, c.warnings
                        from customer c
                        join migration_status s on s.company_id = c.company_id and s.subject_id = c.customer_id
                        where c.company_id = :company and s.state = any (:states) and c.search like :pattern
                        order by
                          case when :column = 'name' and not :down then c.name end,
                          case when :column = 'name' and :down then c.name end desc,
                          :sign * case :column
                            when 'users' then c.signed_up
                            when 'licences' then c.licences
                            when 'reports' then c.reports
                            when 'clients' then c.clients
                            when 'status' then array_position(:order, s.state)
                            when 'changed' then extract(epoch from s.changed_at)
                          end,
                          c.name, c.customer_id
                        limit :size offset :offset
                        """)
                        .param("company", partner.value())
                        .param("states", filter.states())
                        .param("pattern", filter.pattern())
                        .param("column", down ? sort.substring(1) : sort)
                        .param("down", down)
                        .param("sign", down ? -1 : 1)
                        .param("order", order())
                        .param("size", size)
                        .param("offset", (page - 1) * size)
                        .query((row, number) -> row(row))
                        .list());
    }

    /** These customers, as far as they are the partner's. */
    List<CustomerRow> rows(CompanyId partner, Collection<CompanyId> ids) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select c.customer_id, c.name, c.kind, s.state, s.reason_code, s.reason, s.changed_at,
                               c.version + s.version as version, c.users, c.signed_up, c.managers_in, c.refused,
                               c.licences, c.reports, c.clients, c.blockers, c.warnings
                        from customer c
                        join migration_status s on s.company_id = c.company_id and s.subject_id = c.customer_id
                        where c.company_id = :company and c.customer_id = any (:ids)
                        order by c.name, c.customer_id
                        """)
                        .param("company", partner.value())
                        .param("ids", ids.stream().map(CompanyId::value).toArray(UUID[]::new))
                        .query((row, number) -> row(row))
                        .list());
    }

    /** How many match. */
    int count(CompanyId partner, CustomerFilter filter) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select count(*)
                        from customer c
                        join migration_status s on s.company_id = c.company_id and s.subject_id = c.customer_id
                        where c.company_id = :company and s.state = any (:states) and c.search like :pattern
                        """)
                        .param("company", partner.value())
                        .param("states", filter.states())
                        .param("pattern", filter.pattern())
                        .query(Integer.class)
                        .single());
    }

    /** How many of these are the partner's. */
    int count(CompanyId partner, Collection<CompanyId> ids) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select count(*)
                        from customer
                        where company_id = :company and customer_id = any (:ids)
                        """)
                        .param("company", partner.value())
                        .param("ids", ids.stream().map(CompanyId::value).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single());
    }

    /** All that match. */
    List<CompanyId> ids(CompanyId partner, CustomerFilter filter) {
        return tenancy.within(
                partner,
                () -> jdbc.sql("""
                        select c.customer_id
                        from customer c
                        join migration_status s on s.company_id = c.company_id and s.subject_id = c.customer_id
                        where c.company_id = :company and s.state = any (:states) and c.search like :pattern
                        """)
                        .param("company", partner.value())
                        .param("states", filter.states())
                        .param("pattern", filter.pattern())
                        .query((row, number) -> new CompanyId(row.getObject("customer_id", UUID.class)))
                        .list());
    }

    private static String[] order() {
        var states = MigrationState.values();
        var names = new String[states.length];
        for (int i = 0; i < states.length; i++) names[i] = states[i].name();
        return names;
    }

    private static CustomerRow row(ResultSet row) throws SQLException {
        return new CustomerRow(
                new CompanyId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("kind").equals("PARTNER"),
                MigrationState.valueOf(row.getString("state")),
                Standings.reason(row),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"),
                row.getInt("users"),
                row.getInt("signed_up"),
                row.getInt("managers_in"),
                row.getInt("refused"),
                row.getBigDecimal("licences"),
                row.getLong("reports"),
                row.getInt("clients"),
                List.of((String[]) row.getArray("blockers").getArray()),
                List.of((String[]) row.getArray("warnings").getArray()),
                null);
    }
}
