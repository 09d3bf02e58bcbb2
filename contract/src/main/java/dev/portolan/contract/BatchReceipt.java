package dev.portolan.contract;

import java.time.Instant;

/**
 * A batch stands in the Portal, durably.
 *
 * @param stored rows of it that this transfer has written
 * @param found rows that stood there already with the same bytes
 */
public record BatchReceipt(int batch, int stored, int found, Instant at, boolean repeated) {}
