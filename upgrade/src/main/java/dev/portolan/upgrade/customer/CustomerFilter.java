package dev.portolan.upgrade.customer;

import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows.
 *
 * @param status only those of this status
 * @param state only those in this state
 * @param q part of the name, in any case
 */
public record CustomerFilter(
        @Nullable Status status,
        @Nullable MigrationState state,
        @Nullable String q) {

    String[] states() {
        return Arrays.stream(MigrationState.values())
                .filter(each -> status == null || each.status() == status)
                .filter(each -> state == null || each == state)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** For {@code like}; what the person typed holds no wildcard. */
    String pattern() {
        if (q == null || q.isBlank()) return "%";
        var text = q.strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** As parameters of the address. */
    public Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        if (status != null) query.put("status", status.name());
        if (state != null) query.put("state", state.name());
        if (q != null && !q.isBlank()) query.put("q", q.strip());
        return query;
    }
}
