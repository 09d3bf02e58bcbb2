package dev.portolan.e2e.transfer;

import com.zaxxer.hikari.HikariDataSource;
import dev.portolan.postgres.Database;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A look at all rows of a database, hidden ones too, as the schema's owner: to prepare and compare, never for the apps. */
final class Look {
    final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Look(Database database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.ownerDataSource());
        pool.setMaximumPoolSize(4);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** In one commit. */
    void atOnce(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
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

    /** Where all runs stand, for a failing test's message. */
    String runs() {
        return jdbc.sql(
                        "select plan, phase, state, epoch, step, attempts, fault_code, fault, reason_code from migration_run order by changed_at desc limit 3")
                .query()
                .listOfRows()
                .toString();
    }
}
