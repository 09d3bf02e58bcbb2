package dev.portolan.cloud.testing;

import dev.portolan.platform.CompanyId;
import java.util.UUID;

/** A user made for a test. */
public record TestUser(CompanyId company, UUID id, String email, String name, String password) {}
