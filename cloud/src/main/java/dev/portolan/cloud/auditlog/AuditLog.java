package dev.portolan.cloud.auditlog;

import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit log; the names of people are looked up, they do not stand in it. */
@Component
class AuditLog {
    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actor,
            String act,
            @Nullable UUID subjectId,
            @Nullable String subject,
            @Nullable String address) {}

    List<Row> rows(CompanyId company, int skip, int size) {
        return jdbc.sql("""
                select a.at, a.actor_id, u.name as actor, a.act, a.subject_id, s.name as subject, a.address
                from audit_entry a
                left join app_user u on u.company_id = a.company_id and u.user_id = a.actor_id
                left join app_user s on s.company_id = a.company_id and s.user_id = a.subject_id
                where a.company_id = :company
                order by a.entry_id desc
                limit :size offset :skip
                """)
                .param("company", company.value())
                .param("size", size)
                .param("skip", skip)
                .query(Row.class)
                .list();
    }

    int count(CompanyId company, int most) {
        return jdbc.sql("""
                select count(*)
                from (select 1 from audit_entry where company_id = :company limit :most) as found
                """)
                .param("company", company.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
