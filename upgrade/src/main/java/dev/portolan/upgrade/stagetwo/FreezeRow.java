package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferTry;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that says whether a company may be written to; the Cloud implements it. Every method expects a transaction
 * bound to the company.
 */
public interface FreezeRow {

    /** The row as it is. */
    Freezing read(UUID company);

    /**
     * Freezes the company, or takes its freeze over from a smaller epoch (then the deadline stays). Waits for every
     * transaction that holds a share lock on the row.
     *
     * @param lease after how long, by the database's clock, a local commit gives the account back, unless the row says
     *     ACTIVATING by then
     * @return false where the row says otherwise: frozen by another transfer, or already decided
     * @throws dev.portolan.migration.AgainLater {@code writers_busy} where a writer's transaction lasts too long
     */
    boolean freeze(TransferTry order, Duration lease);

    /** From now on only the Portal's outcome decides; false where this epoch does not hold the freeze any more. */
    boolean activating(TransferTry order);

    /** The account has moved. */
    boolean readOnly(TransferTry order);

    /** Gives the account back with everything that had left it; nothing to do where it is active. */
    void giveBack(UUID company, UUID transfer);

    /** The states of a company. */
    enum State {
        ACTIVE,
        FROZEN,
        ACTIVATING,
        READ_ONLY
    }

    /** The row. */
    record Freezing(State state, @Nullable UUID transfer, long epoch) {

        /** Whether nobody can write because of this transfer. */
        boolean standsStill(UUID of) {
            return of.equals(transfer) && (state == State.FROZEN || state == State.ACTIVATING);
        }

        /** Whether this transfer is past the moment in which this side could still decide. */
        public boolean decided(UUID of) {
            return of.equals(transfer) && (state == State.ACTIVATING || state == State.READ_ONLY);
        }
    }
}
