package dev.portolan.portal.exchange;

import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A second port of the server for the Cloud alone: TLS with a client certificate that the pinned trust store vouches for.
 * Without a key store there is no such port.
 */
@Component
public class ExchangeConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger log = LoggerFactory.getLogger(ExchangeConnector.class);
    private static final String PKCS12 = "PKCS12";

    private final Settings settings;
    private volatile int port = -1;
    private volatile Connector connector = new Connector();

    /** Paths of PKCS12 files and their passwords. */
    private record Settings(
            String address, int port, String keyStore, String keyPassword, String trustStore, String trustPassword) {}

    ExchangeConnector(
            @Value("${server.address}") String address,
            @Value("${portolan.exchange.port}") int port,
            @Value("${portolan.exchange.key-store}") String keyStore,
            @Value("${portolan.exchange.key-store-password}") String keyPassword,
            @Value("${portolan.exchange.trust-store}") String trustStore,
            @Value("${portolan.exchange.trust-store-password}") String trustPassword) {
        this.settings = new Settings(address, port, keyStore, keyPassword, trustStore, trustPassword);
    }

    /** The port in use, -1 where there is none. */
    public int port() {
        return port == -1 ? -1 : connector.getLocalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.keyStore().isBlank()) {
            log.warn("no exchange port: portolan.exchange.key-store is not set, so the Cloud cannot reach this Portal");
            return;
        }
        connector = connector();
        port = settings.port();
        factory.addAdditionalConnectors(connector);
    }

    private Connector connector() {
        var made = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        made.setPort(settings.port());
        made.setSecure(true);
        made.setScheme("https");
        made.setProperty("SSLEnabled", "true");
        made.setProperty("address", settings.address());
        made.setProperty("maxSwallowSize", "-1");
        made.addSslHostConfig(tls());
        return made;
    }

    private SSLHostConfig tls() {
        var tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.3");
        tls.setCertificateVerification("required");
        tls.setTruststoreFile(Path.of(settings.trustStore()).toUri().toString());
        tls.setTruststorePassword(settings.trustPassword());
        tls.setTruststoreType(PKCS12);
        var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(
                Path.of(settings.keyStore()).toUri().toString());
        certificate.setCertificateKeystorePassword(settings.keyPassword());
        certificate.setCertificateKeystoreType(PKCS12);
        tls.addCertificate(certificate);
        return tls;
    }
}
