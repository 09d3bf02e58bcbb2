package dev.portolan.report.arrival;

import dev.portolan.report.ReportBody;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.Sha256;
import dev.portolan.report.UnreadableReport;
import dev.portolan.report.signature.Signature;
import java.time.Instant;

/** Reads the bytes of a report: all the work that needs no transaction. */
public final class Reading {
    private final SigningKey key;

    public Reading(SigningKey key) {
        this.key = key;
    }

    /** @throws UnreadableReport if the bytes are no report */
    public ArrivedReport read(byte[] original, Instant receivedAt) {
        var document = ReportDocument.parse(original);
        return new ArrivedReport(
                ReportIndex.of(document),
                ReportBody.compressOnArrival(original),
                original.length,
                Sha256.of(original),
                Signature.of(key.check().check(original).overall()),
                key.signer().receive(original, receivedAt),
                receivedAt);
    }
}
