package dev.portolan.portal.report;

import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReceivedEntry;
import java.time.Instant;
import java.util.UUID;

/** A report as it arrived, with all that is stored of it. */
record ArrivedReport(
        ReportIndex index,
        ReportBody body,
        int size,
        Sha256 digest,
        Signature signature,
        ReceivedEntry receivedEntry,
        Instant receivedAt) {

    UUID documentId() {
        return index.documentId();
    }

    Receipt receipt() {
        return new Receipt(documentId(), digest, receivedAt, true);
    }
}
