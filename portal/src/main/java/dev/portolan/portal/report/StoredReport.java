package dev.portolan.portal.report;

import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import java.time.Instant;
import java.util.UUID;

/**
 * A report as it is kept.
 *
 * @param covered whether a licence was reserved for it
 * @param moved whether a transfer from the Cloud brought it
 */
record StoredReport(
        UUID documentId,
        Instant receivedAt,
        boolean covered,
        boolean moved,
        Sha256 digest,
        int size,
        ReportBody body,
        ReceivedEntry receivedEntry) {

    /** The bytes as they came from the erasure client. */
    byte[] original() {
        return body.original();
    }

    /** The bytes as the Portal hands them out: with the log entry of the environment that received them. */
    byte[] exported() {
        return receivedEntry.export(original());
    }
}
