package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of runs. */
final class RunRows {
    private RunRows() {}

    static Claim claim(CompanyId runner, ResultSet row) throws SQLException {
        return new Claim(
                runner,
                row.getObject("run_id", UUID.class),
                row.getString("plan"),
                new CompanyId(row.getObject("subject_id", UUID.class)),
                row.getObject("by_user", UUID.class),
                Terms.map((String[]) row.getArray("terms").getArray()),
                Phase.valueOf(row.getString("phase")),
                row.getLong("epoch"),
                row.getInt("attempts"),
                row.getString("reason_code"),
                list(row, "reason"),
                row.getTimestamp("ordered_at").toInstant());
    }

    static RunView view(ResultSet row) throws SQLException {
        var faultAt = row.getTimestamp("fault_at");
        var alarmedAt = row.getTimestamp("alarmed_at");
        return new RunView(
                row.getObject("run_id", UUID.class),
                row.getString("plan"),
                new CompanyId(row.getObject("subject_id", UUID.class)),
                Terms.map((String[]) row.getArray("terms").getArray()),
                known(Phase.class, row.getString("phase")).orElse(Phase.FORWARD),
                known(RunState.class, row.getString("state")).orElse(RunState.RUNNING),
                row.getLong("epoch"),
                row.getString("step"),
                row.getString("fault_code"),
                list(row, "fault"),
                faultAt == null ? null : faultAt.toInstant(),
                row.getString("reason_code"),
                list(row, "reason"),
                row.getString("node"),
                row.getTimestamp("ordered_at").toInstant(),
                known(Wish.class, row.getString("wish")).orElse(null),
                known(NeedsPerson.Who.class, row.getString("acts")).orElse(null),
                row.getTimestamp("moved_at").toInstant(),
                alarmedAt == null ? null : alarmedAt.toInstant());
    }

    /** Empty for none, and for a word that only a newer version knows. */
    private static <E extends Enum<E>> Optional<E> known(Class<E> type, @Nullable String word) {
        return EnumSet.allOf(type).stream()
                .filter(value -> value.name().equals(word))
                .findFirst();
    }

    static @Nullable String acts(Fault fault) {
        return fault instanceof NeedsPerson person ? person.who().name() : null;
    }

    static String[] arguments(@Nullable Fault fault) {
        return fault == null ? new String[0] : fault.arguments().toArray(String[]::new);
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
