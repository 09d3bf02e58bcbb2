package dev.portolan.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the Portal has decided about one try of a transfer.
 *
 * @param epoch the epoch that was activated, where one was; otherwise the one asked for
 * @param at when it was decided; null while it is open
 */
public record Outcome(
        Decision decision, long epoch, @Nullable Instant at) {

    /** The decision. */
    public enum Decision {
        OPEN,
        ACTIVATED,
        ABORTED
    }
}
