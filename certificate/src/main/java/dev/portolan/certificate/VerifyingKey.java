package dev.portolan.certificate;

import dev.portolan.report.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The open half of an Ed25519 key. */
public final class VerifyingKey {
    /** What stands before the 32 bytes of such a key in its SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    VerifyingKey(PublicKey key) {
        if (key.getEncoded().length != PREFIX.length + 32) throw new IllegalArgumentException("no Ed25519 key");
        this.key = key;
    }

    /** A key from the 32 bytes that a JWK carries (RFC 8037). */
    static VerifyingKey ofBytes(byte[] bytes) {
        if (bytes.length != 32) throw new IllegalArgumentException("no Ed25519 key");
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, PREFIX.length, bytes.length);
        return ofEncoded(encoded);
    }

    /** A key from its PEM form. @throws IllegalArgumentException if it is none */
    static VerifyingKey ofPem(String pem) {
        int begin = pem.indexOf("-----BEGIN PUBLIC KEY-----");
        int end = pem.indexOf("-----END PUBLIC KEY-----");
        if (begin < 0 || end < begin) throw new IllegalArgumentException("no public key in PEM");
        return ofEncoded(Base64.getMimeDecoder().decode(pem.substring(begin + 26, end)));
    }

    private static VerifyingKey ofEncoded(byte[] encoded) {
        try {
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("no Ed25519 key", wrong);
        }
    }

    byte[] bytes() {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    /** SHA-256 over the key's SubjectPublicKeyInfo in hex, as {@code openssl pkey -pubin -outform DER | sha256sum}. */
    public String fingerprint() {
        return Sha256.of(key.getEncoded()).hex();
    }

    /** The key as others take it. */
    public String pem() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    boolean signed(byte[] content, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(content);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }
}
