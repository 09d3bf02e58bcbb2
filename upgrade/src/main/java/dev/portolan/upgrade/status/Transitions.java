package dev.portolan.upgrade.status;

import static dev.portolan.upgrade.status.MigrationEvent.*;
import static dev.portolan.upgrade.status.MigrationState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The one table of states and events. What is not in it cannot happen. */
public final class Transitions {
    private static final Map<MigrationState, Map<MigrationEvent, MigrationState>> TABLE =
            new EnumMap<>(MigrationState.class);

    static {
        edge(VALIDATING, FOUND_ELIGIBLE, STAGE_ONE_PENDING);
        edge(VALIDATING, FOUND_NOT_ELIGIBLE, NOT_ELIGIBLE);
        edge(NOT_ELIGIBLE, VALIDATION_STARTED, VALIDATING);
        edge(STAGE_ONE_PENDING, VALIDATION_STARTED, VALIDATING);
        edge(STAGE_ONE_PENDING, STAGE_ONE_ORDERED, STAGE_ONE_IN_PROGRESS);
        edge(STAGE_ONE_IN_PROGRESS, STAGE_ONE_DONE, STAGE_ONE_COMPLETED);
        edge(STAGE_ONE_IN_PROGRESS, STAGE_ONE_FAULT, STAGE_ONE_FAILED);
        edge(STAGE_ONE_FAILED, STAGE_ONE_ORDERED, STAGE_ONE_IN_PROGRESS);
        edge(STAGE_ONE_COMPLETED, TRANSFER_ORDERED, STAGE_TWO_PENDING);
        edge(STAGE_TWO_PENDING, TRANSFER_STARTED, STAGE_TWO_IN_PROGRESS);
        edge(STAGE_TWO_PENDING, TRANSFER_CANCELLED, STAGE_ONE_COMPLETED);
        edge(STAGE_TWO_PENDING, TRANSFER_ABORTED, STAGE_TWO_FAILED);
        edge(STAGE_TWO_IN_PROGRESS, TRANSFER_CANCELLED, STAGE_ONE_COMPLETED);
        edge(STAGE_TWO_IN_PROGRESS, TRANSFER_ABORTED, STAGE_TWO_FAILED);
        edge(STAGE_TWO_IN_PROGRESS, TRANSFER_DONE, MIGRATION_COMPLETED);
        edge(STAGE_TWO_IN_PROGRESS, PROOF_FAULT, PROOF_FAILED);
        edge(STAGE_TWO_FAILED, TRANSFER_ORDERED, STAGE_TWO_PENDING);
        edge(PROOF_FAILED, TRANSFER_DONE, MIGRATION_COMPLETED);
        edge(MIGRATION_COMPLETED, UNDO_ORDERED, UNDO_IN_PROGRESS);
        edge(UNDO_IN_PROGRESS, UNDO_ABORTED, MIGRATION_COMPLETED);
        edge(UNDO_IN_PROGRESS, TRANSFER_UNDONE, STAGE_ONE_COMPLETED);
    }

    private Transitions() {}

    private static void edge(MigrationState from, MigrationEvent event, MigrationState to) {
        TABLE.computeIfAbsent(from, state -> new EnumMap<>(MigrationEvent.class))
                .put(event, to);
    }

    /** Where the event leads from the state; empty where it cannot happen there. */
    public static Optional<MigrationState> next(MigrationState from, MigrationEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(event));
    }
}
