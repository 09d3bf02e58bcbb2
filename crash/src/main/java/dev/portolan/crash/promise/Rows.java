package dev.portolan.crash.promise;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a database as one of its roles sees them. The schema's owner sees all, hidden ones too. */
public final class Rows implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3000;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;

    public Rows(DataSource source) {
        pool.setDataSource(source);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setInitializationFailTimeout(-1);
        jdbc = JdbcClient.create(pool);
    }

    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return jdbc.sql(sql)
                .params(java.util.Arrays.asList(parameters))
                .query(mapper)
                .list();
    }

    public List<String> texts(String sql, @Nullable Object... parameters) {
        return list(sql, (row, number) -> String.valueOf(row.getString(1)), parameters);
    }

    /** The first column of the first row; empty text where there is none. */
    public String text(String sql, @Nullable Object... parameters) {
        var found = texts(sql, parameters);
        return found.isEmpty() ? "" : found.getFirst();
    }

    public long count(String sql, @Nullable Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    public int update(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(java.util.Arrays.asList(parameters)).update();
    }

    public List<UUID> ids(String sql, @Nullable Object... parameters) {
        return list(sql, (row, number) -> row.getObject(1, UUID.class), parameters);
    }

    /** Counts in a transaction bound to this tenant as the apps bind theirs; to none for the empty text. */
    long countBoundTo(String tenant, String sql) {
        try (var connection = pool.getConnection();
                var call = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                call.execute("set local app.tenant to '" + tenant + "'");
                try (var rows = call.executeQuery(sql)) {
                    rows.next();
                    return rows.getLong(1);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count: " + sql, e);
        }
    }

    /** For COPY. */
    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
