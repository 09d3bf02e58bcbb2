package dev.portolan.upgrade.certificate;

import dev.portolan.certificate.SignedStatement;
import dev.portolan.contract.TransferTry;
import dev.portolan.platform.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is kept.
 *
 * @param leaves the certificate whose blocks list the reports
 * @param revokes the certificate that this one takes back, null in a first one
 */
public record Certified(
        UUID id,
        TransferTry order,
        CompanyId runner,
        UUID leaves,
        @Nullable UUID revokes,
        SignedStatement signed,
        Instant issuedAt) {}
