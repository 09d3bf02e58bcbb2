package dev.portolan.cloud.customer;

import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The viewer's rows of other companies. */
@Component
class ManagedCompanies {
    private final JdbcClient jdbc;

    ManagedCompanies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A company as its partner sees it; {@code parent} is null where the partner itself is the parent. */
    record Row(
            UUID managedId,
            String kind,
            String name,
            @Nullable String parent,
            Instant createdAt) {}

    List<Row> rows(CompanyId viewer, @Nullable String sought, int skip, int size) {
        return jdbc.sql("""
                select m.managed_id, m.kind, m.name, p.name as parent, m.created_at
                from managed_company m
                left join managed_company p on p.company_id = m.company_id and p.managed_id = m.parent_id
                where m.company_id = :viewer
                  and (:sought::text is null or position(lower(:sought) in lower(m.name)) > 0)
                order by m.name, m.managed_id
                limit :size offset :skip
                """)
                .param("viewer", viewer.value())
                .param("sought", sought)
                .param("size", size)
                .param("skip", skip)
                .query(Row.class)
                .list();
    }

    int count(CompanyId viewer, @Nullable String sought) {
        return jdbc.sql("""
                select count(*)
                from managed_company m
                where m.company_id = :viewer
                  and (:sought::text is null or position(lower(:sought) in lower(m.name)) > 0)
                """)
                .param("viewer", viewer.value())
                .param("sought", sought)
                .query(Integer.class)
                .single();
    }
}
