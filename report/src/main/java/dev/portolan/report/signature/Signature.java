package dev.portolan.report.signature;

/** What is known of a report's signature; as the row keeps it. */
public enum Signature {
    VERIFIED,
    /** We do not have the key: kept, and never shown as verified. */
    NOT_VERIFIABLE,
    INVALID;

    /** Its name in the texts {@code signature.…}. */
    public String text() {
        return switch (this) {
            case VERIFIED -> "verified";
            case NOT_VERIFIABLE -> "notVerifiable";
            case INVALID -> "invalid";
        };
    }

    public static Signature of(SignatureState state) {
        return switch (state) {
            case SignatureState.Verified _ -> VERIFIED;
            case SignatureState.NotVerifiable _ -> NOT_VERIFIABLE;
            case SignatureState.Invalid _ -> INVALID;
        };
    }
}
