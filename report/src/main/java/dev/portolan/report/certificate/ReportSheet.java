package dev.portolan.report.certificate;

import dev.portolan.report.ReportDocument;
import dev.portolan.report.Sha256;
import dev.portolan.report.signature.ReportSignatures;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

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
 */
public record ReportSheet(
        ReportDocument document,
        ReportSignatures signatures,
        Sha256 digest,
        Locale locale,
        ZoneId zone,
        String issuer,
        Optional<String> issuedFor) {}
