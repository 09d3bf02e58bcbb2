package dev.portolan.cloud.legacy;

import dev.portolan.report.ReportTime;
import java.time.Instant;
import java.util.List;

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
    record Moment(Instant at) implements Value {}

    /** Whether a report with these values at the path fulfils it; one of them is enough. */
    boolean holds(List<String> values) {
        return values.stream().anyMatch(this::holds);
    }

    private boolean holds(String found) {
        return switch (value) {
            case Text text -> operator.holds(found, text.text());
            case Moment moment ->
                ReportTime.instant(found)
                        .map(at -> operator.holds(at, moment.at()))
                        .orElse(false);
        };
    }
}
