package dev.portolan.cloud.report;

import dev.portolan.report.ReportDocument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report on its way out; its document is read only if somebody asks for a value of it. */
public final class ArchivedReport {
    private final StoredReport report;
    private final String productVersion;
    private @Nullable ReportDocument document;

    ArchivedReport(StoredReport report, String productVersion) {
        this.report = report;
        this.productVersion = productVersion;
    }

    /** Its number, unique in the environment. */
    public long reportId() {
        return report.reportId();
    }

    public UUID documentId() {
        return report.documentId();
    }

    public Instant receivedAt() {
        return report.receivedAt();
    }

    public String productVersion() {
        return productVersion;
    }

    /** Every value under the path, as {@link ReportDocument#values}. */
    public List<String> values(String path) {
        if (document == null) document = ReportDocument.parse(report.original());
        return document.values(path);
    }

    /** The bytes received with the Cloud's own log entry merged in. */
    public byte[] exported() {
        return report.exported();
    }
}
