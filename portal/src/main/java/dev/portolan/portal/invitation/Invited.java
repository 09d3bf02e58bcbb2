package dev.portolan.portal.invitation;

import java.util.UUID;

/**
 * An invitation was made and its mail queued.
 *
 * @param mailId the mail in the outbox, by which its fate can be asked for
 */
public record Invited(UUID invitationId, UUID mailId) {}
