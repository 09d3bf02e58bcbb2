package dev.portolan.report;

import dev.portolan.report.UnreadableReport.Reason;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One report, read. Any product's report is kept in full as sections and leaves.
 *
 * @param id the document id, the report's identity everywhere
 * @param root the {@code report} element: {@code blancco_data} and {@code user_data}
 * @param log who handled the report, oldest first
 */
public record ReportDocument(UUID id, Section root, List<LogEntry> log) {
    /** More than any genuine report has, 16 MiB; the largest list every file that a file eraser erased. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public ReportDocument {
        log = List.copyOf(log);
    }

    /**
     * Reads {@code <root><report>…</report></root>} or a bare {@code <report>}. No entity is ever resolved.
     *
     * @throws UnreadableReport for everything else, with a stable code
     */
    public static ReportDocument parse(byte[] xml) {
        if (xml.length == 0) {
            throw new UnreadableReport(Reason.REPORT_EMPTY, "no bytes");
        }
        if (xml.length > MAX_BYTES) {
            throw new UnreadableReport(Reason.REPORT_TOO_LARGE, xml.length + " bytes");
        }
        Section report = report(ReportReader.read(xml));
        Section description = single(single(report, "blancco_data"), "description");
        if (description.sections("document_log").size() > 1) {
            throw new UnreadableReport(Reason.REPORT_AMBIGUOUS, "more than one document log");
        }
        List<LogEntry> log =
                description.section("document_log").orElse(ReportReader.EMPTY).sections("log_entry").stream()
                        .map(LogEntry::of)
                        .toList();
        return new ReportDocument(documentId(description), report, log);
    }

    /**
     * Every value under a path such as {@code blancco_data.blancco_hardware_report.disks.disk.serial} or
     * {@code user_data.fields.Asset ID}, in document order; none if the report has no such element.
     */
    public List<String> values(String path) {
        return root.values(path);
    }

    private static Section report(Section outermost) {
        if (outermost.name().equals("report")) {
            return outermost;
        }
        if (!outermost.name().equals("root")) {
            throw new UnreadableReport(Reason.REPORT_UNKNOWN_FORM, "root element is neither root nor report");
        }
        return single(outermost, "report");
    }

    private static Section single(Section parent, String name) {
        List<Section> found = parent.sections(name);
        if (found.isEmpty()) {
            throw new UnreadableReport(Reason.REPORT_UNKNOWN_FORM, "no " + name);
        }
        if (found.size() > 1) {
            throw new UnreadableReport(Reason.REPORT_AMBIGUOUS, "more than one " + name);
        }
        return found.getFirst();
    }

    private static UUID documentId(Section description) {
        List<String> ids = description.values("document_id");
        if (ids.size() > 1) {
            throw new UnreadableReport(Reason.REPORT_AMBIGUOUS, "more than one document id");
        }
        String id = ids.isEmpty() ? "" : ids.getFirst().toLowerCase(Locale.ROOT);
        if (!UUID_FORM.matcher(id).matches()) {
            throw new UnreadableReport(Reason.REPORT_WITHOUT_ID, "no document id that is a UUID");
        }
        return UUID.fromString(id);
    }
}
