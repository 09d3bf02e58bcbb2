package dev.portolan.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key with which an environment signs transfer certificates. */
public final class SigningKey {
    private final PrivateKey key;
    private final VerifyingKey open;

    private SigningKey(KeyPair pair) {
        this.key = pair.getPrivate();
        this.open = new VerifyingKey(pair.getPublic());
    }

    /** A new key. */
    public static SigningKey generate() {
        return new SigningKey(pair(new SecureRandom()));
    }

    /**
     * Reads the key that an environment was given.
     *
     * @param configured an Ed25519 key as PKCS #8, in PEM or base64, or the path of a file that holds it
     * @throws IllegalStateException if it is none
     */
    public static SigningKey read(String configured) {
        try {
            var text = configured.length() < 1024 && !configured.contains("\n") && Files.exists(Path.of(configured))
                    ? Files.readString(Path.of(configured))
                    : configured;
            var bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            var key =
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return new SigningKey(pair(new Seed(key.getBytes().orElseThrow())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key for certificates cannot be read", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException("The key for certificates is no Ed25519 key in PKCS #8", wrong);
        }
    }

    /** PKCS #8 holds the private half only; the JDK gives the open half of a seed to whoever generates from it. */
    private static KeyPair pair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    /** What others need to verify. */
    public VerifyingKey open() {
        return open;
    }

    /** The key as PKCS #8 in PEM; a secret. */
    public String pem() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    byte[] sign(byte[] content) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(content);
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    /** "Random" bytes that are known. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
