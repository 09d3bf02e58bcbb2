package dev.portolan.report.arrival;

import dev.portolan.report.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * The acknowledgement of a report that is durably stored.
 *
 * @param digest over the original bytes
 * @param fresh false where the same bytes had been received before
 */
public record Receipt(UUID documentId, Sha256 digest, Instant receivedAt, boolean fresh) {}
