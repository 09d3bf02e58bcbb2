package dev.portolan.cloud.report;

import dev.portolan.report.Erasure;
import dev.portolan.report.Leaf;
import dev.portolan.report.LogEntry;
import dev.portolan.report.Node;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Section;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.signature.ReportSignatures;
import dev.portolan.report.signature.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A report as its page shows it.
 *
 * @param sections every section of the document in its order, those of {@code blancco_data} beside {@code user_data}
 * @param log every system that handled it, the Cloud's own entry last
 * @param signature of all entries together, the worst counts
 */
record ReportView(
        StoredReport report,
        ReportIndex index,
        List<Erasure> erasures,
        List<Part> sections,
        List<Handled> log,
        Signature signature) {
    private static final int FOLDED_FROM = 13;

    /** A section under its heading; {@code folded} where it is long. */
    record Part(Section section, boolean folded) {}

    /** An entry of the document log with what the check of its signature found. */
    record Handled(LogEntry entry, Signature signature) {}

    static ReportView of(StoredReport report, SigningKey key) {
        var original = report.original();
        var document = ReportDocument.parse(original);
        var signatures = key.check().check(original, report.receivedEntry());
        return new ReportView(
                report,
                ReportIndex.of(document),
                Erasure.of(document),
                parts(document),
                log(document, report.receivedEntry().entry(), signatures),
                Signature.of(signatures.client()));
    }

    private static List<Part> parts(ReportDocument document) {
        var data = document.root().section("blancco_data").orElseThrow();
        var parts = new ArrayList<Part>();
        for (var section : data.sections()) parts.add(part(section));
        for (var section : document.root().sections())
            if (!section.name().equals("blancco_data")) parts.add(part(section));
        return parts;
    }

    private static Part part(Section section) {
        return new Part(section, leaves(section) >= FOLDED_FROM);
    }

    private static int leaves(Node node) {
        return switch (node) {
            case Section section ->
                section.children().stream().mapToInt(ReportView::leaves).sum();
            case Leaf _ -> 1;
        };
    }

    private static List<Handled> log(ReportDocument document, LogEntry own, ReportSignatures signatures) {
        var entries = new ArrayList<>(document.log());
        entries.add(Objects.requireNonNull(own));
        var handled = new ArrayList<Handled>();
        for (int i = 0; i < entries.size(); i++) {
            // Fewer states than entries: the log holds something that makes its order unclear.
            var state = i < signatures.entries().size()
                    ? Signature.of(signatures.entries().get(i))
                    : Signature.NOT_VERIFIABLE;
            handled.add(new Handled(entries.get(i), state));
        }
        return handled;
    }
}
