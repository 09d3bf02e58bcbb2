package dev.portolan.contract;

import java.util.UUID;

/** How does an erasure client of this user reach the Portal? */
public record SettingsQuestion(UUID tenant, UUID user) {}
