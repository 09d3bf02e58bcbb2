package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want of runs; every method expects a transaction bound to the runner. */
@Repository
class WishStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    WishStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a run is that goes forward; the row stays locked. */
    record Forward(UUID runId, boolean begun) {}

    /** Empty where it has ended, goes back, or is past the point of no return. */
    Optional<Forward> forward(CompanyId runner, UUID run) {
        return jdbc.sql("""
                select run_id, step is not null as begun
                from migration_run
                where company_id = :company and run_id = :run and state = 'RUNNING' and phase = 'FORWARD'
                for update
                """)
                .param("company", runner.value())
                .param("run", run)
                .query(Forward.class)
                .optional();
    }

    void wish(CompanyId runner, UUID run, Wish wish, UUID by) {
        jdbc.sql("""
                update migration_run set wish = :wish, wished_by = :by
                where company_id = :company and run_id = :run
                """)
                .param("wish", wish.name())
                .param("by", by)
                .param("company", runner.value())
                .param("run", run)
                .update();
    }

    /** @return whether it was paused, or was to be */
    boolean unpause(CompanyId runner, UUID run) {
        return jdbc.sql("""
                update migration_run set wish = null, wished_by = null, moved_at = :now, alarmed_at = null
                where company_id = :company and run_id = :run and wish = 'PAUSE'
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("company", runner.value())
                        .param("run", run)
                        .update()
                == 1;
    }

    /** Ends a run that has not begun, and fences off a worker that is just about to begin it. */
    void endUnbegun(CompanyId runner, UUID run) {
        jdbc.sql("""
                update migration_run
                set state = 'FAILED', epoch = epoch + 1, wish = null, reason_code = :cancelled, changed_at = :now
                where company_id = :company and run_id = :run
                """)
                .param("cancelled", Refused.CANCELLED)
                .param("now", Timestamp.from(clock.instant()))
                .param("company", runner.value())
                .param("run", run)
                .update();
    }

    /** As {@link #wanted}, with the row locked. */
    @Nullable
    Wish lockWanted(Claim claim) {
        return jdbc.sql("""
                select wish from migration_run
                where company_id = :company and run_id = :run and wish is not null
                for update
                """)
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .query(Wish.class)
                .optional()
                .orElse(null);
    }

    /** What is wanted of the run at work: of it alone, or of all. */
    Optional<Wish> wanted(Claim claim) {
        return jdbc.sql("""
                select coalesce(r.wish, 'PAUSE') as wish
                from migration_run r cross join run_hold h
                where r.company_id = :company and r.run_id = :run and (r.wish is not null or h.held)
                """)
                .param("company", claim.runner().value())
                .param("run", claim.id())
                .query(Wish.class)
                .optional();
    }
}
