package dev.portolan.contract;

import java.util.UUID;

/** Who can get into this tenant? */
public record AccessQuestion(UUID tenant) {}
