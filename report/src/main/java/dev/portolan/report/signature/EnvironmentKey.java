package dev.portolan.report.signature;

import dev.portolan.report.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** The key with which an environment signs its own log entries, named by the digest of its public half. */
public final class EnvironmentKey {
    private static final int BITS = 2048;
    private static final int ID_DIGITS = 16;

    private final KeyPair pair;
    private final String id;

    private EnvironmentKey(KeyPair pair) {
        this.pair = pair;
        this.id = Sha256.of(pair.getPublic().getEncoded()).hex().substring(0, ID_DIGITS);
    }

    /** Signs in the name of the product. */
    public ReportSigner signer(LogAuthor author) {
        return new ReportSigner(pair.getPrivate(), id, author);
    }

    /** Verifies what this key signed; every other key is one we do not know. */
    public SignatureCheck check() {
        return new SignatureCheck(TrustedKeys.of(Map.of(id, pair.getPublic())));
    }

    /** A new key that nobody else will ever know. */
    public static EnvironmentKey ephemeral() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new EnvironmentKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    /**
     * Reads the key that an environment was given.
     *
     * @param configured an RSA key as PKCS #8, in PEM or base64, or the path of a file that holds it
     * @throws IllegalStateException if it is none
     */
    public static EnvironmentKey read(String configured) {
        try {
            var text = configured.length() < 1024 && Files.exists(Path.of(configured))
                    ? Files.readString(Path.of(configured))
                    : configured;
            var bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var open = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new EnvironmentKey(new KeyPair(open, key));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The report signing key cannot be read", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException("The report signing key is no RSA key in PKCS #8", wrong);
        }
    }
}
