package dev.portolan.migration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The switch by which an operator holds all runs of all nodes, and lets them go on. */
@Component
public class RunHold {
    private final JdbcClient jdbc;
    private final Clock clock;

    RunHold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How the switch stands, and since when. */
    public record Standing(boolean held, Instant changedAt) {}

    /** How it stands at this moment. */
    public Standing standing() {
        return jdbc.sql("select held, changed_at from run_hold")
                .query(Standing.class)
                .single();
    }

    /** How it stands, to the end of the running transaction. */
    boolean lockHeld() {
        return jdbc.sql("select held from run_hold for share")
                .query(Boolean.class)
                .single();
    }

    /** Turns it; false where it stood so already. */
    boolean turn(boolean held, UUID by) {
        return jdbc.sql("""
                update run_hold set held = :held, by_user = :by, changed_at = :now where held <> :held
                """)
                        .param("held", held)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
