package dev.portolan.contract;

import java.time.Instant;

/**
 * A receipt: what was asked stands in the Portal, durably.
 *
 * @param at when it was done the first time
 * @param repeated whether it stood already
 */
public record Done(Instant at, boolean repeated) {}
