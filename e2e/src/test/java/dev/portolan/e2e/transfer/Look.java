package dev.portolan.e2e.transfer;

import dev.portolan.postgres.Database;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look at all rows of a database, hidden ones too, as the schema's owner: to prepare and compare, never for the apps. */
final class Look {
    final JdbcClient jdbc;

    Look(Database database) {
        jdbc = JdbcClient.create(database.ownerDataSource());
    }

    long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    @Nullable
    String text(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).optional().orElse(null);
    }

    @Nullable
    String state(UUID subject) {
        return text("select state from migration_status where subject_id = ?", subject);
    }

    @Nullable
    String reason(UUID subject) {
        return text("select reason_code from migration_status where subject_id = ?", subject);
    }
}
