package dev.portolan.portal.report;

import dev.portolan.report.Erasure;
import dev.portolan.report.LogEntry;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Section;
import dev.portolan.report.label.ReportLabels;
import dev.portolan.report.signature.ReportSignatures;
import dev.portolan.report.signature.Signature;
import dev.portolan.report.signature.SignatureCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as its page shows it.
 *
 * @param parts the document's sections in their order, without the log, which stands apart
 * @param log oldest first: the client's, then the receiving environment's
 * @param signature worst of all entries
 */
record ReportView(
        ReportIndex index,
        List<Erasure> erasures,
        List<Section> parts,
        List<Handled> log,
        Signature signature,
        ReportLabels labels) {
    private static final int UNFOLDED = 12;

    /** A system that handled the report. */
    record Handled(LogEntry entry, Signature signature) {}

    static ReportView of(StoredReport stored, SignatureCheck check, Locale locale) {
        var exported = stored.exported();
        var document = ReportDocument.parse(exported);
        var signatures = check.check(exported);
        return new ReportView(
                ReportIndex.of(document),
                Erasure.of(document),
                parts(document.root()),
                log(document, signatures),
                Signature.of(signatures.overall()),
                ReportLabels.in(locale));
    }

    /** What an erasure erased, in the report's own words. */
    public String target(Erasure erasure) {
        return Stream.of("type", "vendor", "model")
                .flatMap(part -> erasure.target().value(part).stream())
                .collect(Collectors.joining(", "));
    }

    /** In bytes; null where the report does not say it as a number. */
    public @Nullable Long capacity(Erasure erasure) {
        return erasure.target()
                .value("capacity")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    /** What a part of the document is called. */
    public String partName(Section part) {
        return switch (part.name()) {
            case "blancco_erasure_report" -> labels.text("certificate.erasures");
            case "blancco_hardware_report" -> labels.text("certificate.hardware");
            case "blancco_software_report" -> labels.text("certificate.software");
            case "user_data" -> labels.text("certificate.fields");
            default -> labels.field(part.name());
        };
    }

    /** Whether a part is folded at first. */
    public boolean isLong(Section part) {
        return size(part) > UNFOLDED;
    }

    private static int size(Section part) {
        return part.leaves().size()
                + part.sections().stream().mapToInt(ReportView::size).sum();
    }

    private static List<Section> parts(Section report) {
        return report.sections().stream()
                .flatMap(section ->
                        section.name().equals("blancco_data") ? section.sections().stream() : Stream.of(section))
                .map(ReportView::withoutLog)
                .filter(section -> !section.children().isEmpty())
                .toList();
    }

    private static Section withoutLog(Section part) {
        var rest = part.children().stream()
                .filter(child -> !child.name().equals("document_log"))
                .toList();
        return new Section(part.name(), rest, part.attributes());
    }

    private static List<Handled> log(ReportDocument document, ReportSignatures signatures) {
        var handled = new ArrayList<Handled>();
        for (int i = 0; i < document.log().size(); i++) {
            var state = i < signatures.entries().size() ? signatures.entries().get(i) : signatures.overall();
            handled.add(new Handled(document.log().get(i), Signature.of(state)));
        }
        return handled;
    }
}
