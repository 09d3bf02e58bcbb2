package dev.portolan.portal.report;

import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for. A value that cannot be read is dropped, so that an old link still shows a list.
 *
 * @param text a serial number, IMEI or asset tag, or its beginning; or a document id
 * @param from the first day on which the report was received, in the reader's zone
 * @param until the last such day
 */
record ReportSearch(
        @Nullable String text,
        @Nullable ErasureState state,
        @Nullable ReportKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    private static final int LONGEST = 200;

    static ReportSearch of(Map<String, String> query) {
        var text = query.getOrDefault("q", "").strip().replace("\0", "");
        return new ReportSearch(
                text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST)),
                one(ErasureState.values(), query.get("state")),
                one(ReportKind.values(), query.get("kind")),
                day(query.get("from")),
                day(query.get("until")));
    }

    /** The parameters that say the same, without those that say nothing. */
    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        put(query, "q", text);
        put(query, "state", state);
        put(query, "kind", kind);
        put(query, "from", from);
        put(query, "until", until);
        return query;
    }

    /** What serial numbers begin with: the text in lower case. */
    @Nullable
    String prefix() {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    @Nullable
    UUID document() {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    @Nullable
    Instant start(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is too late. */
    @Nullable
    Instant end(ZoneId zone) {
        return until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        Optional.ofNullable(value).ifPresent(known -> query.put(name, known.toString()));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            if (text == null) return null;
            var day = LocalDate.parse(text);
            return day.getYear() < 1970 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
