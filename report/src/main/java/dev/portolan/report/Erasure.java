package dev.portolan.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One erasure of a report, that of one drive, phone, volume or set of files.
 *
 * @param target what was erased: its type, serial, vendor and capacity; without parts where the report names none
 * @param stateText as the report says, {@code Successful} or {@code Failed}
 * @param verification how much of it was read back and compared, in the words of the report (such as {@code 10})
 */
public record Erasure(
        Section target,
        String stateText,
        String standard,
        Optional<Instant> start,
        Optional<Instant> end,
        String elapsed,
        Optional<String> verification,
        List<String> exceptions,
        List<String> failures) {

    public Erasure {
        exceptions = List.copyOf(exceptions);
        failures = List.copyOf(failures);
    }

    /** All erasures of a report, in document order. */
    public static List<Erasure> of(ReportDocument document) {
        return document
                .root()
                .section("blancco_data")
                .orElse(ReportReader.EMPTY)
                .sections("blancco_erasure_report")
                .stream()
                .flatMap(report -> report.sections("erasures").stream())
                .flatMap(erasures -> erasures.sections("erasure").stream())
                .map(Erasure::of)
                .toList();
    }

    public boolean successful() {
        return stateText.toLowerCase(Locale.ROOT).startsWith("successful");
    }

    public ErasureState state() {
        return ErasureState.of(List.of(this));
    }

    private static Erasure of(Section erasure) {
        return new Erasure(
                erasure.section("target").orElse(ReportReader.EMPTY),
                erasure.value("state").orElse(""),
                erasure.value("erasure_standard_name").orElse(""),
                erasure.value("start_time").flatMap(ReportTime::instant),
                erasure.value("end_time").flatMap(ReportTime::instant),
                erasure.value("elapsed_time").orElse(""),
                verification(erasure),
                messages(erasure, "exception"),
                messages(erasure, "failure"));
    }

    /** Products name it differently, and some put it under the details. */
    private static Optional<String> verification(Section erasure) {
        return Stream.of("verification_percentage", "verification")
                .flatMap(name -> Stream.of(name, "erasure_details." + name))
                .flatMap(path -> erasure.values(path).stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Messages stand under the erasure or under its details, and in some reports the same under both. */
    private static List<String> messages(Section erasure, String kind) {
        return Stream.of(kind + ".message", "erasure_details." + kind + ".message")
                .flatMap(path -> erasure.values(path).stream())
                .filter(message -> !message.isEmpty())
                .distinct()
                .toList();
    }
}
