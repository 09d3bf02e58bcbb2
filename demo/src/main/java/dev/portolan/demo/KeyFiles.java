package dev.portolan.demo;

import dev.portolan.certificate.SigningKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Keys of both apps, made once. For the exchange each has a key with a certificate signed by itself and trusts exactly
 * the other's certificate, so there is no authority that could vouch for a third. For reports each has a signing key.
 */
public record KeyFiles(Path directory, String password) {

    private static final Duration VALID = Duration.ofDays(3650);

    public Path keyStore(String app) {
        return directory.resolve(app + ".p12");
    }

    public Path trustStore(String app) {
        return directory.resolve(app + "-trusts.p12");
    }

    public Path reportKey(String app) {
        return directory.resolve(app + "-reports.pem");
    }

    /** With which the Cloud signs transfer certificates. */
    public Path certificateKey() {
        return directory.resolve("cloud-certificates.pem");
    }

    /** Makes what is not there yet. */
    public void make(Instant now) throws IOException {
        if (Files.exists(directory)) {
            // Data of an older demo has no such key yet.
            if (!Files.exists(certificateKey())) {
                Files.writeString(certificateKey(), SigningKey.generate().pem());
            }
            return;
        }
        // Written aside and moved, so that a start cut short leaves no half set behind.
        var aside = new KeyFiles(directory.resolveSibling("keys.new"), password);
        try {
            Directories.delete(aside.directory);
            Directories.createPrivate(aside.directory);
            aside.makePair(now);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make keys", e);
        }
        Files.move(aside.directory, directory);
    }

    private void makePair(Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
        var cloud = writeOwn("cloud", now);
        var portal = writeOwn("portal", now);
        writeTrusted("cloud", "portal", portal);
        writeTrusted("portal", "cloud", cloud);
        for (var app : new String[] {"cloud", "portal"}) {
            writePem(reportKey(app), generate("RSA", 2048).getPrivate());
        }
        Files.writeString(certificateKey(), SigningKey.generate().pem());
    }

    private Certificate writeOwn(String app, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var pair = generate("EC", 256);
        var certificate = certificate(app, pair, now);
        var store = emptyStore();
        store.setKeyEntry(app, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
        save(store, keyStore(app));
        return certificate;
    }

    private void writeTrusted(String app, String other, Certificate certificate)
            throws IOException, GeneralSecurityException {
        var store = emptyStore();
        store.setCertificateEntry(other, certificate);
        save(store, trustStore(app));
    }

    private static X509Certificate certificate(String app, KeyPair pair, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=portolan-" + app);
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
        });
        builder.addExtension(Extension.subjectAlternativeName, false, names);
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair generate(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static void writePem(Path file, PrivateKey key) throws IOException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }
}
