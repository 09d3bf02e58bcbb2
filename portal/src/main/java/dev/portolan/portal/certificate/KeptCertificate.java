package dev.portolan.portal.certificate;

import dev.portolan.certificate.SignedStatement;
import dev.portolan.certificate.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of a tenant.
 *
 * @param revokes the certificate that this one takes back, null in a first one
 */
public record KeptCertificate(
        UUID tenant, UUID id, @Nullable UUID revokes, SignedStatement signed) {

    /** What it says. */
    public Statement says() {
        return signed.statement();
    }

    /** The certificate whose blocks list the reports. */
    UUID leaves() {
        return revokes == null ? id : revokes;
    }
}
