package dev.portolan.certificate;

/** A file does not prove what it is shown for. */
public final class NotVerified extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why; the key of a text in {@code messages/certificate}. */
    public enum Reason {
        /** No certificate at all, or a broken one. */
        NO_CERTIFICATE,
        /** The signature is not over what stands here. */
        SIGNATURE,
        /** Signed, but with another key than the pinned one. */
        OTHER_KEY,
        /** The reports listed are not those of the root. */
        LEAVES,
        /** Taken back by a signed successor. */
        REVOKED,
        /** The report is none of those the certificate speaks of. */
        REPORT_NOT_IN_IT,
        /** The certificate does not list its reports, so that the report's proof is needed. */
        PROOF_NEEDED,
        /** The proof does not lead to the root. */
        PROOF_WRONG,
        /** The proof is of a report with other bytes. */
        PROOF_OF_ANOTHER
    }

    NotVerified(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
