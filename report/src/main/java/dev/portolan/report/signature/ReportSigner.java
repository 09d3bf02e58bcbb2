package dev.portolan.report.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/** Signs reports in the name of one system: RSA with SHA-256 over the canonical form. Safe between threads. */
public final class ReportSigner {
    static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey key;
    private final String keyId;
    private final LogAuthor author;

    /**
     * @param key an RSA key of 2048 bits or more
     * @param keyId names the key to those who check; it stands in every entry signed
     */
    public ReportSigner(PrivateKey key, String keyId, LogAuthor author) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("reports are signed with RSA, not " + key.getAlgorithm());
        }
        this.key = key;
        this.keyId = keyId;
        this.author = author;
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
        return LogEntryXml.write(author, at, signature(CanonicalForm.of(report)), keyId);
    }

    private byte[] signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key " + keyId + " cannot sign", unusable);
        }
    }
}
