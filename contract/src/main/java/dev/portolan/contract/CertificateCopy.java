package dev.portolan.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed certificate, for the tenant to keep.
 *
 * @param statement what is certified, in canonical JSON
 * @param signature over it
 * @param revokes the certificate that this one takes back; null in a first one
 */
public record CertificateCopy(
        TransferTry order,
        UUID certificate,
        Instant issuedAt,
        String statement,
        String signature,
        @Nullable UUID revokes) {}
