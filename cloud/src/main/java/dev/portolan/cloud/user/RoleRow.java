package dev.portolan.cloud.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role to choose. */
record RoleRow(UUID roleId, String name, @Nullable String predefined) {}
