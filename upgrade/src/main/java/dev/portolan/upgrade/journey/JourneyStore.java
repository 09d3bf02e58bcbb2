package dev.portolan.upgrade.journey;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of journeys; the caller has bound the company. */
@Component
class JourneyStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JourneyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A move to record; {@code from} is null where the journey begins. */
    record Move(
            int version, String event, Path path, @Nullable Step from, Step to) {}

    Optional<Journey> find(CompanyId company, boolean lock) {
        return jdbc.sql(lock ? """
                        select company_id, path, step, answers::text as answers, door_closed_at, version, changed_by, changed_at
                        from journey
                        where company_id = :company
                        for update
                        """ : """
                        select company_id, path, step, answers::text as answers, door_closed_at, version, changed_by, changed_at
                        from journey
                        where company_id = :company
                        """)
                .param("company", company.value())
                .query((row, number) -> journey(row))
                .optional();
    }

    /** @return whether this call made the row */
    boolean begin(CompanyId company, Path path, UUID by, Instant now) {
        return jdbc.sql("""
                        insert into journey (company_id, path, step, changed_by, changed_at)
                        values (:company, :path, :step, :by, :now)
                        on conflict do nothing
                        """)
                        .param("company", company.value())
                        .param("path", path.name())
                        .param("step", Step.CHECK.name())
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void keep(CompanyId company, Map<String, String> answers) {
        if (answers.isEmpty()) return;
        jdbc.sql("update journey set answers = answers || cast(:answers as jsonb) where company_id = :company")
                .param("answers", JSON.writeValueAsString(answers))
                .param("company", company.value())
                .update();
    }

    void move(CompanyId company, Move move, UUID by, Instant now) {
        jdbc.sql("""
                update journey
                set path = :path, step = :step, version = :version, changed_by = :by, changed_at = :now
                where company_id = :company
                """)
                .param("path", move.path().name())
                .param("step", move.to().name())
                .param("version", move.version())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("company", company.value())
                .update();
    }

    void closeDoor(CompanyId company, Instant now) {
        jdbc.sql("update journey set door_closed_at = coalesce(door_closed_at, :now) where company_id = :company")
                .param("now", Timestamp.from(now))
                .param("company", company.value())
                .update();
    }

    void record(CompanyId company, Move move, UUID by, Instant now) {
        jdbc.sql("""
                insert into journey_event (company_id, event_id, version, event, path, from_step, to_step, by_user, at)
                values (:company, :id, :version, :event, :path, :from, :to, :by, :now)
                """)
                .param("company", company.value())
                .param("id", Ids.next())
                .param("version", move.version())
                .param("event", move.event())
                .param("path", move.path().name())
                .param("from", move.from() == null ? null : move.from().name())
                .param("to", move.to().name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Journey journey(ResultSet row) throws SQLException {
        var closed = row.getTimestamp("door_closed_at");
        return new Journey(
                new CompanyId(row.getObject("company_id", UUID.class)),
                Path.valueOf(row.getString("path")),
                Step.valueOf(row.getString("step")),
                JSON.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() {}),
                closed == null ? null : closed.toInstant(),
                row.getInt("version"),
                row.getObject("changed_by", UUID.class),
                row.getTimestamp("changed_at").toInstant());
    }
}
