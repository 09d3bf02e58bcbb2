package dev.portolan.certificate;

import java.util.Locale;

/** The key that a verifier trusts, known from somewhere else than the file: by its fingerprint. */
public record PinnedKey(String fingerprint) {

    /**
     * From what the verifier was given.
     *
     * @param given a public key in PEM, or its fingerprint: 64 hex digits, colons and a leading {@code sha256:} allowed
     * @throws IllegalArgumentException if it is neither
     */
    public static PinnedKey of(String given) {
        if (given.contains("-----BEGIN"))
            return new PinnedKey(VerifyingKey.ofPem(given).fingerprint());
        var digits = given.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^sha256:", "")
                .replace(":", "");
        if (!digits.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("neither a key nor a fingerprint");
        return new PinnedKey(digits);
    }

    /** @throws NotVerified {@code OTHER_KEY} */
    void require(VerifyingKey signer) {
        if (!signer.fingerprint().equals(fingerprint)) throw new NotVerified(NotVerified.Reason.OTHER_KEY);
    }
}
