package dev.portolan.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One system that handled a report. The erasure client writes the first entry, the environment that received it the
 * second; integrations read them by position.
 *
 * @param product the product's display name, the text of {@code product_name}
 * @param productId the {@code id} attribute of {@code product_name}, empty if absent
 * @param registeredName the {@code name} attribute of {@code product_name}, empty if absent
 * @param date null where it is missing or unreadable; see {@code dateText} for what the report says
 * @param integrity base64 of a 2048-bit signature, as it stands in the report
 * @param keyId names the key that made the signature, empty if absent
 */
public record LogEntry(
        String product,
        String productId,
        String registeredName,
        String version,
        String revision,
        @Nullable Instant date,
        String dateText,
        String integrity,
        String keyId) {

    /**
     * Reads an entry that stands by itself.
     *
     * @throws UnreadableReport if the bytes are no {@code log_entry}
     */
    public static LogEntry parse(byte[] xml) {
        Section entry = ReportReader.read(xml);
        if (!entry.name().equals("log_entry")) {
            throw new UnreadableReport(UnreadableReport.Reason.REPORT_UNKNOWN_FORM, "no log entry");
        }
        return of(entry);
    }

    static LogEntry of(Section entry) {
        Section author = entry.section("author").orElse(ReportReader.EMPTY);
        String date = entry.value("date").orElse("");
        return new LogEntry(
                author.value("product_name").orElse(""),
                attribute(author, "product_name", "id"),
                attribute(author, "product_name", "name"),
                author.value("product_version").orElse(""),
                author.value("product_revision").orElse(""),
                ReportTime.instant(date).orElse(null),
                date,
                entry.value("integrity").orElse(""),
                attribute(entry, "key", "identifier"));
    }

    private static String attribute(Section parent, String child, String attribute) {
        return parent.children().stream()
                .filter(n -> n.name().equals(child))
                .map(n -> n.attributes().getOrDefault(attribute, ""))
                .findFirst()
                .orElse("");
    }
}
