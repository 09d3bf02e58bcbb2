package dev.portolan.portal.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A client as the settings page lists it.
 *
 * @param user the name of the user it works for
 */
public record ErasureClient(
        UUID clientId, String name, String version, String user, Instant enrolledAt, Instant lastSeenAt) {}
