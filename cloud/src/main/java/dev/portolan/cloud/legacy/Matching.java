package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.cloud.report.ReportArchive.Narrowing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides which reports an export is about; what the database can decide it decides first. */
final class Matching {
    private final List<Search> must;
    private final List<Search> may;

    Matching(ExportRequest request) {
        this.must = request.searches().stream().filter(Search::conjunction).toList();
        this.may = request.searches().stream()
                .filter(search -> !search.conjunction())
                .toList();
    }

    /** Bounds that every matching report keeps; {@link #holds} decides exactly. */
    Narrowing narrow() {
        @Nullable UUID document = null;
        @Nullable Instant since = null;
        @Nullable Instant until = null;
        for (var search : must) {
            if (search.path().equals("report.uuid")
                    && search.operator() == Operator.EQ
                    && search.value() instanceof Search.Text text) document = uuid(text.text());
            if (search.path().equals("report.report_date") && search.value() instanceof Search.Moment moment) {
                switch (search.operator()) {
                    case GT, GTE -> since = moment.at();
                    case LT, LTE -> until = moment.at();
                    case EQ, LIKE -> {}
                }
            }
        }
        return new Narrowing(document, since, until);
    }

    /** No document has an id that is no UUID, and this one is nobody's. */
    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException noUuid) {
            return new UUID(0, 0);
        }
    }

    boolean holds(ArchivedReport report) {
        return must.stream().allMatch(search -> holds(search, report))
                && (may.isEmpty() || may.stream().anyMatch(search -> holds(search, report)));
    }

    private static boolean holds(Search search, ArchivedReport report) {
        return switch (search.path()) {
            case "report.id" -> search.holds(List.of(Long.toString(report.reportId())));
            case "report.uuid" ->
                search.holds(List.of(report.documentId().toString()))
                        || search.value() instanceof Search.Text text
                                && search.operator() == Operator.EQ
                                && report.documentId()
                                        .toString()
                                        .equals(text.text().strip().toLowerCase(Locale.ROOT));
            case "report.report_date" ->
                search.holds(List.of(report.receivedAt().toString()));
            case "report.product_version" -> search.holds(List.of(report.productVersion()));
            default -> search.holds(report.values(search.path()));
        };
    }
}
