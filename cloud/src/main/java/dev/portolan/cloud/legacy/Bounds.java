package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.Candidates;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Says in the words of indexes what searches ask for, as far as these words go: never less than the searches mean. */
final class Bounds {
    private Bounds() {}

    /** The candidates among these for which the search may hold. */
    static Candidates of(Search search, Candidates among) {
        return switch (search.value()) {
            case Search.Moment moment
            when search.path().equals(Paths.DATE) -> arrived(search.operator(), moment, among);
            case Search.Moment _ -> among;
            case Search.Text text -> of(search, text.text(), among);
        };
    }

    /** The same where one of the searches is enough; all must be told apart by the same index. */
    static Candidates ofOneOf(List<Search> searches, Candidates among) {
        if (searches.isEmpty()) return among;
        var documents = searches.stream().map(Bounds::documents).toList();
        if (among.documents() == null && documents.stream().allMatch(Optional::isPresent))
            return among.withDocuments(documents.stream()
                    .flatMap(each -> each.orElseThrow().stream())
                    .toList());
        var serials = searches.stream().map(Bounds::serial).toList();
        if (among.serials() == null && serials.stream().allMatch(Optional::isPresent))
            return among.withSerials(serials.stream().map(Optional::orElseThrow).toList());
        return among;
    }

    private static Candidates of(Search search, String text, Candidates among) {
        if (search.path().equals(Paths.ID)) return numbered(search.operator(), text, among);
        if (search.operator() != Operator.EQ) return among;
        if (search.path().equals(Paths.VERSION))
            return among.versions() == null ? among.withVersions(List.of(text)) : among;
        if (among.documents() == null)
            among = documents(search).map(among::withDocuments).orElse(among);
        if (among.serials() == null)
            among = serial(search).map(List::of).map(among::withSerials).orElse(among);
        return among;
    }

    private static Candidates arrived(Operator operator, Search.Moment moment, Candidates among) {
        return switch (operator) {
            case GT, GTE -> among.withArrival(moment.at(), Candidates.LATEST);
            case LT -> among.withArrival(Candidates.EARLIEST, moment.at());
            case LTE -> among.withArrival(Candidates.EARLIEST, moment.end());
            case EQ -> among.withArrival(moment.at(), moment.end());
            case LIKE -> among;
        };
    }

    private static Candidates numbered(Operator operator, String text, Candidates among) {
        if (!text.matches("\\d{1,40}")) return among;
        var number =
                new BigInteger(text).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
        return switch (operator) {
            case GT, GTE -> among.withNumbers(number, Long.MAX_VALUE);
            case LT, LTE -> among.withNumbers(Long.MIN_VALUE, number);
            case EQ -> among.withNumbers(number, number);
            case LIKE -> among;
        };
    }

    /** The document meant; none where the text is no UUID, since no report has such an id. */
    private static Optional<List<UUID>> documents(Search search) {
        if (!search.path().equals(Paths.UUID) || !(search.value() instanceof Search.Text text)) return Optional.empty();
        if (search.operator() != Operator.EQ) return Optional.empty();
        var id = text.text().strip().toLowerCase(Locale.ROOT);
        return Optional.of(
                id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? List.of(UUID.fromString(id)) : List.of());
    }

    /** As the index has it. Beyond ASCII the database may know other small letters than Java. */
    private static Optional<String> serial(Search search) {
        if (!Paths.identifies(search.path()) || search.operator() != Operator.EQ) return Optional.empty();
        return search.value() instanceof Search.Text text && text.text().matches("[!-~]([ -~]{0,198}[!-~])?")
                ? Optional.of(text.text().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
