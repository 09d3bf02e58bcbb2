package dev.portolan.report.certificate;

/** What a certificate can show beyond the usual. */
public enum SheetExtra {
    /** The document id as a bar code (Code 128). */
    BARCODE,
    /** How much of each erasure was verified, or that the report does not say. */
    VERIFICATION
}
