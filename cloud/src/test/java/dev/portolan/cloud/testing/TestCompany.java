package dev.portolan.cloud.testing;

import dev.portolan.platform.CompanyId;
import java.util.Map;
import java.util.UUID;

/** A company made for a test, with its main group and its predefined roles by name. */
public record TestCompany(CompanyId id, String name, UUID mainGroup, Map<String, UUID> roles) {}
