package dev.portolan.portal.testing;

import dev.portolan.platform.CompanyId;
import java.util.UUID;

/** A user made for a test; who has signed up has the password {@link World#PASSWORD}. */
public record Person(CompanyId tenant, UUID id, String email, String name) {}
