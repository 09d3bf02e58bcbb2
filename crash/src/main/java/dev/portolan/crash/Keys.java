package dev.portolan.crash;

import dev.portolan.demo.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Both ends' keys; the wires between them hold them too, so that they can be either end. */
record Keys(KeyFiles files) {

    static Keys make(Path directory) throws IOException {
        var files = new KeyFiles(directory, UUID.randomUUID().toString());
        files.make(Clock.systemUTC().instant());
        return new Keys(files);
    }

    /** TLS as this app speaks it. */
    SSLContext tlsOf(String app) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(files.keyStore(app)), files.password().toCharArray());
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store(files.trustStore(app)));
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CrashFailure("cannot read the keys of " + app, e);
        }
    }

    private KeyStore store(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, files.password().toCharArray());
        }
        return store;
    }
}
