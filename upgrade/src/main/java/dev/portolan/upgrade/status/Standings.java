package dev.portolan.upgrade.status;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.status.Migrations.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads where subjects stand, and how they came there. */
@Component
public class Standings {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Standings(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** One recorded move; {@code from} is null where the row was made, {@code by} where the system moved it. */
    public record Past(
            String event,
            @Nullable MigrationState from,
            MigrationState to,
            @Nullable UUID by,
            @Nullable Reason reason,
            Instant at) {}

    public Optional<Standing> of(CompanyId runner, CompanyId subject) {
        return tenancy.within(
                runner,
                () -> jdbc.sql("""
                        select subject_id, state, reason_code, reason, changed_at
                        from migration_status
                        where company_id = :company and subject_id = :subject
                        """)
                        .param("company", runner.value())
                        .param("subject", subject.value())
                        .query((row, number) -> new Standing(
                                subject,
                                MigrationState.valueOf(row.getString("state")),
                                reason(row),
                                row.getTimestamp("changed_at").toInstant()))
                        .optional());
    }

    /** Every move of a subject, newest first. */
    public List<Past> history(CompanyId runner, CompanyId subject) {
        return tenancy.within(
                runner,
                () -> jdbc.sql("""
                        select event, from_state, to_state, by_user, reason_code, reason, at
                        from migration_event
                        where company_id = :company and subject_id = :subject
                        order by event_id desc
                        limit 200
                        """)
                        .param("company", runner.value())
                        .param("subject", subject.value())
                        .query((row, number) -> past(row))
                        .list());
    }

    private static Past past(ResultSet row) throws SQLException {
        var from = row.getString("from_state");
        return new Past(
                row.getString("event"),
                from == null ? null : MigrationState.valueOf(from),
                MigrationState.valueOf(row.getString("to_state")),
                row.getObject("by_user", UUID.class),
                reason(row),
                row.getTimestamp("at").toInstant());
    }

    /** The columns reason_code and reason of a row. */
    public static @Nullable Reason reason(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        if (code == null) return null;
        return new Reason(code, List.of((String[]) row.getArray("reason").getArray()));
    }
}
