package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.freeze.FreezeState;
import dev.portolan.migration.Phase;
import dev.portolan.migration.RestoredRuns.Found;
import dev.portolan.migration.RunState;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the Cloud of one company.
 *
 * @param runner whose manager ordered its transfer, or would
 * @param freeze with its transfer and epoch
 * @param transfer its run of stage two, null where none was ordered
 * @param invited whether stage one was done, or is at work
 * @param undone transfers that were taken back, by the Cloud's own outcome
 */
record CloudSide(
        UUID company,
        String name,
        UUID runner,
        Freeze freeze,
        @Nullable Transfer transfer,
        boolean invited,
        Set<UUID> undone) {
    CloudSide {
        undone = Set.copyOf(undone);
    }

    record Freeze(FreezeState state, @Nullable UUID transfer, long epoch) {}

    /** @param cancelled whether it gives back because somebody cancelled it */
    record Transfer(Found run, Phase phase, RunState state, long epoch, boolean cancelled) {

        UUID id() {
            return run.runId();
        }

        /** Whether it may have copied something and has not come to its good end. */
        boolean open() {
            return state != RunState.DONE;
        }

        boolean back() {
            return phase == Phase.BACK;
        }
    }
}
