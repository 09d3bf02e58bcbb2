package dev.portolan.cloud.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as pages show them.
 *
 * @param role the role's name, {@code predefined} what it is if it is no custom role
 */
record UserRow(
        UUID userId,
        String email,
        String name,
        UUID roleId,
        String role,
        @Nullable String predefined,
        String group,
        boolean disabled,
        @Nullable Instant lastSignedInAt,
        int version) {}
