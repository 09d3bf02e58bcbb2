package dev.portolan.portal.invitation;

import dev.portolan.platform.outbox.MailState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one user of a tenant has come.
 *
 * @param role the role's name
 * @param predefinedRole MANAGER, BASIC_USER, AUDITOR, or null for a custom role
 * @param invitedAt of the latest invitation; null where none was sent
 * @param mail what became of its mail; null where none was sent
 * @param refusal the mail server's reason, where it refused
 */
public record Invitee(
        UUID userId,
        String email,
        String name,
        String role,
        @Nullable String predefinedRole,
        @Nullable Instant invitedAt,
        @Nullable MailState mail,
        @Nullable String refusal,
        @Nullable Instant signedUpAt,
        @Nullable Instant firstSignedInAt) {}
