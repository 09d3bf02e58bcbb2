package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.report.ReportTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One condition on a report.
 *
 * @param path such as {@code report.uuid}, {@code user_data.fields.<label>}, or any path into the report
 * @param conjunction whether it must hold; else one of those like it
 */
record Search(String path, Operator operator, Value value, boolean conjunction) {

    /** What a value is compared with. */
    sealed interface Value {}

    /** Text, compared without case only by {@code like}. */
    record Text(String text) implements Value {}

    /** An instant; dates without a zone are UTC. */
    record Moment(Instant at) implements Value {
        /** The last instant that is written like this one: clients write seconds, clocks count finer. */
        Instant end() {
            boolean second = at.equals(at.truncatedTo(ChronoUnit.SECONDS));
            return second ? at.plusNanos(999_999_000) : at;
        }
    }

    /** Whether the report fulfils it; one of the values under the path is enough. */
    boolean holds(ArchivedReport report) {
        return switch (value) {
            case Moment moment when path.equals(Paths.DATE) -> operator.holds(report.receivedAt(), moment);
            case Moment moment ->
                Paths.values(path, report).stream()
                        .flatMap(found -> ReportTime.instant(found).stream())
                        .anyMatch(found -> operator.holds(found, moment));
            case Text text -> mayHold(text, report) && holds(text, report);
        };
    }

    private boolean holds(Text text, ArchivedReport report) {
        var sought = path.equals(Paths.UUID) ? text.text().strip().toLowerCase(Locale.ROOT) : text.text();
        return Paths.values(path, report).stream().anyMatch(found -> operator.holds(found, sought));
    }

    /** Most reports do not even hold the text anywhere, which is quicker to see than to read them. */
    private boolean mayHold(Text text, ArchivedReport report) {
        return operator != Operator.EQ || !Paths.inDocument(path) || report.mayHold(path, text.text());
    }
}
