package dev.portolan.report.signature;

/** What the check of one log entry found. */
public sealed interface SignatureState {
    /** Names the key as the entry does; empty where there is no entry. */
    String keyId();

    /** Signed by a key we trust, and nothing signed has changed. */
    record Verified(String keyId) implements SignatureState {}

    /** We cannot tell: kept and shown as "signature not verifiable", never as verified. */
    record NotVerifiable(String keyId, Reason reason) implements SignatureState {}

    /** Names a key we trust, and that key did not sign this. */
    record Invalid(String keyId) implements SignatureState {}

    /** Why a signature cannot be verified. */
    enum Reason {
        /** We do not have the key that the entry names. */
        UNKNOWN_KEY,
        /** The document log has no entry. */
        NO_ENTRY,
        /** The document log holds something else beside its entries. */
        UNCLEAR_LOG
    }
}
