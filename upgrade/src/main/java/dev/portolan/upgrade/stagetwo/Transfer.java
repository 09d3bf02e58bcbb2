package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferTry;
import dev.portolan.migration.Run;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/** The terms of a transfer, as its run carries them: fixed by the order. */
final class Transfer {
    private static final String FROM = "from";
    static final String ZONE = "zone";
    private static final String MONTHS = "months";
    /** No report is received since then. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private Transfer() {}

    /** Reports received since the beginning of the day so many months ago, in the company's zone; none for 0. */
    static Map<String, String> terms(Instant now, ZoneId zone, int months) {
        var from = months == 0
                ? NEVER
                : now.atZone(zone)
                        .toLocalDate()
                        .minusMonths(months)
                        .atStartOfDay(zone)
                        .toInstant();
        return Map.of(FROM, from.toString(), ZONE, zone.getId(), MONTHS, Integer.toString(months));
    }

    static ZoneId zone(String id) {
        return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : ZoneOffset.UTC;
    }

    /** How many months were chosen; 0 for no reports. */
    static int months(Map<String, String> terms) {
        return Integer.parseInt(terms.getOrDefault(MONTHS, "0"));
    }

    static Instant from(Run run) {
        return from(run.terms());
    }

    static Instant from(Map<String, String> terms) {
        return Instant.parse(Objects.requireNonNull(terms.get(FROM)));
    }

    /** The run's try: its epoch is the transfer's. */
    static TransferTry order(Run run) {
        return of(run, run.epoch());
    }

    static TransferTry of(Run run, long epoch) {
        return new TransferTry(run.subject().value(), run.id(), epoch);
    }
}
