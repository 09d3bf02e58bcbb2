package dev.portolan.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants are there?
 *
 * @param after the last one of the page before, null for the first page
 */
public record TenantPage(@Nullable UUID after, int limit) {}
