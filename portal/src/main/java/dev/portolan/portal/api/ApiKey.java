package dev.portolan.portal.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as people list it.
 *
 * @param owner the name of the user who made it
 */
public record ApiKey(
        UUID keyId,
        String name,
        String owner,
        Instant madeAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean works() {
        return revokedAt == null;
    }
}
