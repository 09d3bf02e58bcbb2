package dev.portolan.report.signature;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;

/** Two systems with a key each, made once for all tests. */
public final class Keys {
    public static final KeyPair CLIENT = pair();
    public static final KeyPair ENVIRONMENT = pair();
    public static final TrustedKeys BOTH =
            TrustedKeys.of(Map.of("client-1", CLIENT.getPublic(), "environment-1", ENVIRONMENT.getPublic()));

    private Keys() {}

    public static ReportSigner client() {
        return new ReportSigner(
                CLIENT.getPrivate(),
                "client-1",
                new LogAuthor("Drive Eraser", "7", "Example Drive Eraser", "1.0", "r1"));
    }

    public static ReportSigner environment() {
        return new ReportSigner(
                ENVIRONMENT.getPrivate(),
                "environment-1",
                new LogAuthor("Prüfstand & Söhne <\"Cloud\">", "51", "Example Cloud", "2.0", "r2"));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
