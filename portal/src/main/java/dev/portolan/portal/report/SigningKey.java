package dev.portolan.portal.report;

import dev.portolan.report.Sha256;
import dev.portolan.report.signature.LogAuthor;
import dev.portolan.report.signature.ReportSigner;
import dev.portolan.report.signature.SignatureCheck;
import dev.portolan.report.signature.TrustedKeys;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key with which the Portal signs its own log entries; its public half is trusted, and so far no other. */
@Component
class SigningKey {
    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;
    private static final int ID_DIGITS = 16;

    private final ReportSigner signer;
    private final SignatureCheck check;

    /** @param configured an RSA key as PKCS #8, in PEM or base64, or the path of a file that holds it; empty: none */
    SigningKey(
            @Value("${portolan.report-signing-key}") String configured,
            @Value("${portolan.product.portal}") String productName) {
        var pair = configured.isBlank() ? ephemeral() : read(configured.strip());
        var keyId = Sha256.of(pair.getPublic().getEncoded()).hex().substring(0, ID_DIGITS);
        this.signer =
                new ReportSigner(pair.getPrivate(), keyId, new LogAuthor(productName, "60", productName, "1.0", "1.0"));
        this.check = new SignatureCheck(TrustedKeys.of(Map.of(keyId, pair.getPublic())));
    }

    ReportSigner signer() {
        return signer;
    }

    SignatureCheck check() {
        return check;
    }

    private static KeyPair ephemeral() {
        log.warn("no report signing key is set: reports are signed with one that is lost with this process");
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    private static KeyPair read(String configured) {
        try {
            var text = configured.length() < 1024 && Files.exists(Path.of(configured))
                    ? Files.readString(Path.of(configured))
                    : configured;
            var bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var open = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new KeyPair(open, key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("portolan.report-signing-key cannot be read", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException("portolan.report-signing-key is no RSA key in PKCS #8", wrong);
        }
    }
}
