package dev.portolan.client;

import dev.portolan.report.signature.EnvironmentKey;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The client's own key: with it a report shows that nobody changed it since, though an environment that does not know the
 * key rightly calls the signature not verifiable.
 */
record SigningKey(Path file) {
    private static final int BITS = 2048;
    private static final int LINE = 64;

    /** A new RSA key as PKCS #8 in PEM. */
    static byte[] fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
            var key = encoder.encodeToString(
                    generator.generateKeyPair().getPrivate().getEncoded());
            return ("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    ReportSigner signer(LogAuthor author) {
        return EnvironmentKey.read(file.toString()).signer(author);
    }
}
