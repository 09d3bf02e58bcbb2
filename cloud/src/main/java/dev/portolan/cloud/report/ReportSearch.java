package dev.portolan.cloud.report;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a person looks for; what is null does not matter.
 *
 * @param q the beginning of a serial number, IMEI or asset tag, in either case
 * @param from first day of receipt, in the reader's zone
 * @param to last day of receipt
 */
record ReportSearch(
        @Nullable ReportKind kind,
        @Nullable String q,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ErasureState state,
        @Nullable String sort) {
    private static final int LONGEST = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    ReportSearch {
        q = q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        if (q != null && q.indexOf(0) >= 0) q = null;
        from = possible(from);
        to = possible(to);
    }

    private static @Nullable LocalDate possible(@Nullable LocalDate day) {
        return day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
    }

    @Nullable
    Instant since(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    @Nullable
    Instant before(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public ReportOrderBy order() {
        return ReportOrderBy.of(sort);
    }

    /** Whether anything narrows the list beside the kind. */
    public boolean filtered() {
        return q != null || from != null || to != null || state != null;
    }

    /** As the address says it. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (kind != null) parameters.put("kind", kind.name());
        if (q != null) parameters.put("q", q);
        if (from != null) parameters.put("from", from.toString());
        if (to != null) parameters.put("to", to.toString());
        if (state != null) parameters.put("state", state.name());
        parameters.put("sort", order().parameter());
        return parameters;
    }
}
