package dev.portolan.cloud.report;

import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report on its way out; its document is read only if somebody asks for a value of it. */
public final class ArchivedReport {
    /** What stands below here is complete only with the Cloud's own entry. */
    private static final String LOG = "blancco_data.description.document_log";

    private final long reportId;
    private final UUID documentId;
    private final Instant receivedAt;
    private final String productVersion;
    private final Sha256 digest;
    private final ReportBody body;
    private final byte[] receivedEntry;
    private byte @Nullable [] original;
    private @Nullable ReportDocument document;
    private @Nullable ReportDocument exportedDocument;

    private ArchivedReport(
            long reportId,
            UUID documentId,
            Instant receivedAt,
            String productVersion,
            Sha256 digest,
            ReportBody body,
            byte[] receivedEntry) {
        this.reportId = reportId;
        this.documentId = documentId;
        this.receivedAt = receivedAt;
        this.productVersion = productVersion;
        this.digest = digest;
        this.body = body;
        this.receivedEntry = receivedEntry;
    }

    static ArchivedReport read(ResultSet row) throws SQLException {
        return new ArchivedReport(
                row.getLong("report_id"),
                row.getObject("document_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getString("product_version"),
                Sha256.fromBytes(row.getBytes("digest")),
                ReportBody.stored(row.getBytes("body"), row.getInt("dictionary")),
                row.getBytes("received_entry"));
    }

    /** Its number, unique in the environment. */
    public long reportId() {
        return reportId;
    }

    public UUID documentId() {
        return documentId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String productVersion() {
        return productVersion;
    }

    Sha256 digest() {
        return digest;
    }

    int storedSize() {
        return body.compressedSize() + receivedEntry.length;
    }

    /** The bytes received. */
    public byte[] original() {
        if (original == null) original = body.original();
        return original;
    }

    /** Every value under the path, as {@link ReportDocument#values}; the document log has the Cloud's own entry. */
    public List<String> values(String path) {
        if (path.startsWith(LOG)) {
            if (exportedDocument == null) exportedDocument = ReportDocument.parse(exported());
            return exportedDocument.values(path);
        }
        if (document == null) document = ReportDocument.parse(original());
        return document.values(path);
    }

    /** False only if no value under the path can be this one; quicker to say than {@link #values}. */
    public boolean mayHold(String path, String value) {
        return document != null || path.startsWith(LOG) || PlainText.mayHold(original(), value);
    }

    /** Lets go of what has been read of the document; it is read again if asked for. */
    public void forgetDocument() {
        original = null;
        document = null;
        exportedDocument = null;
    }

    /** The bytes received with the Cloud's own log entry merged in. */
    public byte[] exported() {
        return ReceivedEntry.of(receivedEntry).export(original());
    }
}
