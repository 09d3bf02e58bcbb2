package dev.portolan.upgrade.order;

import dev.portolan.upgrade.status.Migrations.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How far the transfer of one company is, derived from rows.
 *
 * @param reportsCopied reports that stand in the Portal, proved
 * @param reportsTotal reports in scope
 * @param bytesCopied size of the copied reports as received
 * @param perSecond reports a second lately; 0 where nothing can be said
 * @param secondsLeft time expected until all are copied; null where nothing can be said
 * @param lastFault why it stopped or waits, null where nothing went wrong
 */
public record Progress(
        Phase phase,
        long reportsCopied,
        long reportsTotal,
        long bytesCopied,
        long perSecond,
        @Nullable Long secondsLeft,
        @Nullable Reason lastFault) {

    /** The parts of a transfer, in their order; the last two end it. */
    public enum Phase {
        WAITING,
        COPYING,
        /** The account can write on neither side: what came late, licences, the proof. */
        FREEZING,
        ACTIVATING,
        PROVING,
        DONE,
        STOPPED
    }

    /** Copied of total, in whole per cent; 100 where there is nothing to copy, 0 as long as that is not known. */
    public int percent() {
        if (phase == Phase.WAITING) return 0;
        return reportsTotal == 0 ? 100 : (int) (reportsCopied * 100 / reportsTotal);
    }
}
