package dev.portolan.cloud.freeze;

import dev.portolan.platform.CompanyId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The line in which writers and the freeze of a company wait. Row locks alone are not fair: a share lock is given past one
 * who waits for the row, so writers who overlap without end would keep a freeze waiting without end. Advisory locks are
 * given in the order of their asking. The row stays locked as well: it is what the freeze relies on, also beside a node
 * that does not know of this line.
 */
public final class FreezeTurn {
    private static final String LOCK_TIMEOUT = "55P03";

    private FreezeTurn() {}

    /**
     * As one of many; reads the row as it is once the turn has come.
     *
     * @return empty while nobody writes since a database was restored
     */
    static Optional<FreezeState> shared(JdbcClient jdbc, CompanyId company) {
        return jdbc.sql("""
                with turn as materialized (select pg_advisory_xact_lock_shared(hashtextextended(:line, 0)))
                select f.state, exists (select from restore_watch w where w.closed is not null) as closed
                from turn, company_freeze f
                where f.company_id = :company
                for share of f
                """)
                .param("line", line(company.value()))
                .param("company", company.value())
                .query((row, number) -> row.getBoolean("closed")
                        ? Optional.<FreezeState>empty()
                        : Optional.of(FreezeState.valueOf(row.getString("state"))))
                .single();
    }

    /**
     * Alone: waits for all who came before, and holds back all who come after, to the end of the transaction.
     *
     * @param longest to wait: a single slow writer shall not stop all others for longer
     * @return false where that was not enough; then the transaction can do nothing more
     */
    public static boolean alone(JdbcClient jdbc, UUID company, Duration longest) {
        limitWaiting(jdbc, longest);
        try {
            lock(jdbc, company);
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState()))
                return false;
            throw refused;
        }
        limitWaiting(jdbc, Duration.ZERO);
        return true;
    }

    private static void limitWaiting(JdbcClient jdbc, Duration longest) {
        jdbc.sql("select set_config('lock_timeout', :millis || 'ms', true)")
                .param("millis", longest.toMillis())
                .query(String.class)
                .single();
    }

    private static void lock(JdbcClient jdbc, UUID company) {
        jdbc.sql("""
                with turn as materialized (select pg_advisory_xact_lock(hashtextextended(:line, 0)))
                select f.company_id from turn, company_freeze f where f.company_id = :company for update of f
                """)
                .param("line", line(company))
                .param("company", company)
                .query(UUID.class)
                .single();
    }

    private static String line(UUID company) {
        return "freeze " + company;
    }
}
