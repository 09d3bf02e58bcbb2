package dev.portolan.portal.licence;

import dev.portolan.ledger.Quantity;
import java.time.Instant;
import java.util.UUID;

/**
 * Licences set aside for one erasure.
 *
 * @param quantity how many licences, by the product's rate
 * @param fresh false where the same key had reserved it before
 */
public record Reservation(UUID id, String product, Quantity quantity, Instant reservedAt, boolean fresh) {}
