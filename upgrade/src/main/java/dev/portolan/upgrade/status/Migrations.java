package dev.portolan.upgrade.status;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves companies along {@link Transitions}; the only place where a state changes. */
@Component
public class Migrations {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Migrations(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why something happened: a stable code, the key of its text, and the text's arguments. */
    public record Reason(String code, List<String> arguments) {
        public Reason {
            arguments = List.copyOf(arguments);
        }

        public static Reason of(String code, String... arguments) {
            return new Reason(code, List.of(arguments));
        }
    }

    /** Makes the row of a subject in its first state, where there is none yet. */
    public void begin(CompanyId runner, CompanyId subject, MigrationState first) {
        tenancy.run(runner, () -> {
            int made = jdbc.sql("""
                    insert into migration_status (company_id, subject_id, state, changed_at)
                    values (:company, :subject, :state, :now)
                    on conflict do nothing
                    """)
                    .param("company", runner.value())
                    .param("subject", subject.value())
                    .param("state", first.name())
                    .param("now", now())
                    .update();
            if (made == 1) record(runner, subject, "BEGUN", null, first, null, null);
        });
    }

    /** The state of a subject, if it has a row. */
    public Optional<MigrationState> state(CompanyId runner, CompanyId subject) {
        return tenancy.within(
                runner,
                () -> jdbc.sql("""
                        select state from migration_status where company_id = :company and subject_id = :subject
                        """)
                        .param("company", runner.value())
                        .param("subject", subject.value())
                        .query(String.class)
                        .optional()
                        .map(MigrationState::valueOf));
    }

    /**
     * Moves a subject, joining the caller's transaction. The row stays locked until its commit, so of two that move the
     * same subject at once the second sees what the first has done.
     *
     * @param by the user who ordered it, null for the system itself
     * @return the new state, or empty where the event cannot happen in the present state; then nothing was written
     */
    public Optional<MigrationState> happened(
            CompanyId runner, CompanyId subject, MigrationEvent event, @Nullable UUID by, @Nullable Reason why) {
        return tenancy.within(runner, () -> {
            var from = locked(runner, subject);
            var to = from.flatMap(state -> Transitions.next(state, event));
            to.ifPresent(state -> {
                write(runner, subject, state, why);
                record(runner, subject, event.name(), from.orElseThrow(), state, by, why);
            });
            return to;
        });
    }

    /**
     * After a database was restored from a backup the two sides were compared, and this is where the subject stands: no
     * event of its life leads there. Joins the caller's transaction.
     */
    public void restored(CompanyId runner, CompanyId subject, MigrationState to) {
        begin(runner, subject, to);
        tenancy.run(runner, () -> {
            var from = locked(runner, subject).orElseThrow();
            if (from == to) return;
            write(runner, subject, to, null);
            record(runner, subject, "RESTORED", from, to, null, null);
        });
    }

    private Optional<MigrationState> locked(CompanyId runner, CompanyId subject) {
        return jdbc.sql("""
                select state from migration_status
                where company_id = :company and subject_id = :subject
                for update
                """)
                .param("company", runner.value())
                .param("subject", subject.value())
                .query(String.class)
                .optional()
                .map(MigrationState::valueOf);
    }

    private void write(CompanyId runner, CompanyId subject, MigrationState to, @Nullable Reason why) {
        jdbc.sql("""
                update migration_status
                set state = :state, reason_code = :code, reason = :arguments, changed_at = :now, version = version + 1
                where company_id = :company and subject_id = :subject
                """)
                .param("state", to.name())
                .param("code", why == null ? null : why.code())
                .param("arguments", arguments(why))
                .param("now", now())
                .param("company", runner.value())
                .param("subject", subject.value())
                .update();
    }

    private void record(
            CompanyId runner,
            CompanyId subject,
            String event,
            @Nullable MigrationState from,
            MigrationState to,
            @Nullable UUID by,
            @Nullable Reason why) {
        jdbc.sql("""
                insert into migration_event
                  (company_id, event_id, subject_id, event, from_state, to_state, by_user, reason_code, reason, at)
                values (:company, :id, :subject, :event, :from, :to, :by, :code, :arguments, :now)
                """)
                .param("company", runner.value())
                .param("id", Ids.next())
                .param("subject", subject.value())
                .param("event", event)
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("by", by)
                .param("code", why == null ? null : why.code())
                .param("arguments", arguments(why))
                .param("now", now())
                .update();
    }

    private static String[] arguments(@Nullable Reason why) {
        return why == null ? new String[0] : why.arguments().toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
