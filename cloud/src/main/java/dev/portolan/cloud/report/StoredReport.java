package dev.portolan.cloud.report;

import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import java.time.Instant;
import java.util.UUID;

/** A report as it rests. */
record StoredReport(
        long reportId,
        UUID documentId,
        Instant receivedAt,
        String kind,
        String state,
        boolean covered,
        Sha256 digest,
        int size,
        ReportBody body,
        ReceivedEntry receivedEntry) {

    /** The bytes received. */
    byte[] original() {
        return body.original();
    }

    /** The bytes received with the Cloud's own log entry merged in. */
    byte[] exported() {
        return receivedEntry.export(original());
    }
}
