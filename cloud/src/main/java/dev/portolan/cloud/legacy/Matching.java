package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.cloud.report.Candidates;
import java.util.List;
import java.util.function.Predicate;

/** Decides which reports an export is about; what an index or a column can decide they decide first. */
final class Matching {
    private final List<Search> must;
    private final List<Search> may;

    Matching(ExportRequest request) {
        this.must = request.searches().stream().filter(Search::conjunction).toList();
        this.may = request.searches().stream()
                .filter(Predicate.not(Search::conjunction))
                .toList();
    }

    /** Bounds that every matching report keeps; {@link #holds} decides exactly. */
    Candidates candidates() {
        var candidates = Candidates.ALL;
        for (var search : must) candidates = Bounds.of(search, candidates);
        return Bounds.ofOneOf(may, candidates);
    }

    /** Whether the documents of the candidates have to be read to decide. */
    boolean readsDocuments() {
        return must.stream().anyMatch(search -> Paths.inDocument(search.path()))
                || may.stream().anyMatch(search -> Paths.inDocument(search.path()));
    }

    boolean holds(ArchivedReport report) {
        return must.stream().allMatch(search -> search.holds(report))
                && (may.isEmpty() || may.stream().anyMatch(search -> search.holds(report)));
    }
}
