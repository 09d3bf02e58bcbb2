package dev.portolan.cloud.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS with our own key and nobody trusted but those in the trust store. */
final class MutualTls {
    private MutualTls() {}

    /** @throws IllegalStateException with the file's name if a store cannot be read */
    static SSLContext of(String keyStore, String keyPassword, String trustStore, String trustPassword) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(keyStore, keyPassword), keyPassword.toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trustStore, trustPassword));
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key store " + keyStore + " does not serve", broken);
        }
    }

    private static KeyStore load(String file, String password) throws GeneralSecurityException {
        try (var in = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read the store " + file, unreadable);
        }
    }
}
