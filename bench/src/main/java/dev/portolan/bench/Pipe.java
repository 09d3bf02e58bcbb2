package dev.portolan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;

/** COPY … TO of one database piped into COPY … FROM of another, without a look inside, in one transaction. */
final class Pipe {
    private final DataSource from;
    private final DataSource to;
    private final String format;

    /** @param format of the stream: text, which is PostgreSQL's default, or binary */
    Pipe(JdbcTemplate from, JdbcTemplate to, String format) {
        this.from = Objects.requireNonNull(from.getDataSource());
        this.to = Objects.requireNonNull(to.getDataSource());
        this.format = format;
    }

    /** Copies all rows of the tables. */
    void copy(String... tables) {
        try (var source = from.getConnection();
                var target = to.getConnection()) {
            target.setAutoCommit(false);
            for (var table : tables) copy(source, target, table);
            target.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void copy(Connection source, Connection target, String table) throws SQLException {
        CopyOut out = source.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table + " to stdout (format " + format + ")");
        CopyIn in = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format " + format + ")");
        for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) in.writeToCopy(row, 0, row.length);
        in.endCopy();
    }
}
