package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that certificates are signed with. */
@Component
class CertificateKey {
    private static final Logger log = LoggerFactory.getLogger(CertificateKey.class);

    private final SigningKey key;

    CertificateKey(@Value("${portolan.certificate-key:}") String configured) {
        if (configured.isBlank())
            log.warn("no certificate key is set: certificates are signed with one that is lost with this process");
        this.key = configured.isBlank() ? SigningKey.generate() : SigningKey.read(configured.strip());
    }

    SigningKey key() {
        return key;
    }
}
