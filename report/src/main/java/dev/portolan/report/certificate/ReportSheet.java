package dev.portolan.report.certificate;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReportSignatures;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a certificate is made of.
 *
 * @param document the report as exported, so that its log has the receiving environment's entry
 * @param signatures of the same document, one state for each log entry
 * @param digest of the bytes received
 * @param locale English unless its language is German
 * @param zone in which times are shown; its name stands beside them
 * @param issuer the environment that hands the certificate out, such as {@code Blancco Management Portal}
 * @param issuedFor the company whose report it is, if it should be named
 * @param extras what the page shows beyond the usual
 */
public record ReportSheet(
        ReportDocument document,
        ReportSignatures signatures,
        Sha256 digest,
        Locale locale,
        ZoneId zone,
        String issuer,
        Optional<String> issuedFor,
        Set<SheetExtra> extras) {

    public ReportSheet {
        extras = Set.copyOf(extras);
    }

    /** With nothing beyond the usual. */
    public ReportSheet(
            ReportDocument document,
            ReportSignatures signatures,
            Sha256 digest,
            Locale locale,
            ZoneId zone,
            String issuer,
            Optional<String> issuedFor) {
        this(document, signatures, digest, locale, zone, issuer, issuedFor, Set.of());
    }
}
