package dev.portolan.portal.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant as the partner that manages it sees it.
 *
 * @param depth how far below the partner it stands; 0 for its direct customers
 */
record ManagedTenant(UUID managedId, String name, TenantKind kind, Migration migration, Instant createdAt, int depth) {}
