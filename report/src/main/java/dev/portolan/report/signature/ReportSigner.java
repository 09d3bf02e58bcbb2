package dev.portolan.report.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Signs reports in the name of one system: RSA with SHA-256 over the canonical form. Safe between threads. */
public final class ReportSigner {
    static final String ALGORITHM = "SHA256withRSA";
    private static final int SIGNATURE_BYTES = 256;

    private final UnaryOperator<byte[]> signature;
    private final String keyId;
    private final LogAuthor author;

    private ReportSigner(UnaryOperator<byte[]> signature, String keyId, LogAuthor author) {
        this.signature = signature;
        this.keyId = keyId;
        this.author = author;
    }

    /**
     * @param key an RSA key of 2048 bits or more
     * @param keyId names the key to those who check; it stands in every entry signed
     */
    public ReportSigner(PrivateKey key, String keyId, LogAuthor author) {
        this(report -> sign(key, CanonicalForm.of(report)), keyId, author);
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("reports are signed with RSA, not " + key.getAlgorithm());
        }
    }

    /**
     * Writes random bytes where a signature belongs, as samples have them: fast, and verified by no key. As safe between
     * threads as its random generator.
     */
    public static ReportSigner dummy(String keyId, LogAuthor author, RandomGenerator random) {
        return new ReportSigner(
                report -> {
                    byte[] noise = new byte[SIGNATURE_BYTES];
                    random.nextBytes(noise);
                    return noise;
                },
                keyId,
                author);
    }

    /** The same key in the name of another product. */
    public ReportSigner as(LogAuthor other) {
        return new ReportSigner(signature, keyId, other);
    }

    /** For the erasure client, before it sends: the report with an entry of its own at the end of the log. */
    public byte[] sign(byte[] report, Instant at) {
        return LogPosition.in(report).insert(entry(report, at));
    }

    /** For the environment that receives: its entry, to stand beside the report. */
    public ReceivedEntry receive(byte[] report, Instant at) {
        return ReceivedEntry.of(entry(report, at));
    }

    private String entry(byte[] report, Instant at) {
        return LogEntryXml.write(author, at, signature.apply(report), keyId);
    }

    private static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key cannot sign", unusable);
        }
    }
}
