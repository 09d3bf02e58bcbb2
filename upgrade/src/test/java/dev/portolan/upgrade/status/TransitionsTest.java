package dev.portolan.upgrade.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    void everyEdgeOfTheTableIsOneOfThese() {
        var edges = new ArrayList<String>();
        for (var state : MigrationState.values())
            for (var event : MigrationEvent.values())
                Transitions.next(state, event).ifPresent(to -> edges.add(state + " " + event + " > " + to));
        assertThat(edges).containsExactlyInAnyOrder("""
                VALIDATING FOUND_ELIGIBLE > STAGE_ONE_PENDING
                VALIDATING FOUND_NOT_ELIGIBLE > NOT_ELIGIBLE
                NOT_ELIGIBLE VALIDATION_STARTED > VALIDATING
                STAGE_ONE_PENDING VALIDATION_STARTED > VALIDATING
                STAGE_ONE_PENDING STAGE_ONE_ORDERED > STAGE_ONE_IN_PROGRESS
                STAGE_ONE_IN_PROGRESS STAGE_ONE_DONE > STAGE_ONE_COMPLETED
                STAGE_ONE_IN_PROGRESS STAGE_ONE_FAULT > STAGE_ONE_FAILED
                STAGE_ONE_FAILED STAGE_ONE_ORDERED > STAGE_ONE_IN_PROGRESS
                STAGE_ONE_COMPLETED TRANSFER_ORDERED > STAGE_TWO_PENDING
                STAGE_TWO_PENDING TRANSFER_STARTED > STAGE_TWO_IN_PROGRESS
                STAGE_TWO_PENDING TRANSFER_CANCELLED > STAGE_ONE_COMPLETED
                STAGE_TWO_PENDING TRANSFER_ABORTED > STAGE_TWO_FAILED
                STAGE_TWO_IN_PROGRESS TRANSFER_CANCELLED > STAGE_ONE_COMPLETED
                STAGE_TWO_IN_PROGRESS TRANSFER_ABORTED > STAGE_TWO_FAILED
                STAGE_TWO_IN_PROGRESS TRANSFER_DONE > MIGRATION_COMPLETED
                STAGE_TWO_IN_PROGRESS PROOF_FAULT > PROOF_FAILED
                STAGE_TWO_FAILED TRANSFER_ORDERED > STAGE_TWO_PENDING
                PROOF_FAILED TRANSFER_DONE > MIGRATION_COMPLETED
                MIGRATION_COMPLETED UNDO_ORDERED > UNDO_IN_PROGRESS
                UNDO_IN_PROGRESS UNDO_ABORTED > MIGRATION_COMPLETED
                UNDO_IN_PROGRESS TRANSFER_UNDONE > STAGE_ONE_COMPLETED
                """.strip().split("\n"));
    }

    @Test
    void statusOnlyGoesOnAndNeverBackToNotStarted() {
        for (var state : MigrationState.values())
            for (var event : MigrationEvent.values())
                Transitions.next(state, event).ifPresent(to -> {
                    if (to.status() == Status.NOT_STARTED)
                        assertThat(state.status()).isEqualTo(Status.NOT_STARTED);
                    if (to.status() == Status.COMPLETED)
                        assertThat(state.status()).isEqualTo(Status.IN_PROGRESS);
                });
    }

    @Test
    void everyStateIsReachedFromTheFirst() {
        var reached = EnumSet.of(MigrationState.VALIDATING);
        var todo = new ArrayDeque<>(List.of(MigrationState.VALIDATING));
        while (!todo.isEmpty()) {
            var state = todo.remove();
            for (var event : MigrationEvent.values())
                Transitions.next(state, event).filter(reached::add).ifPresent(todo::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(MigrationState.values());
    }

    @Test
    void everyStateButTheLastHasAWayOn() {
        for (var state : MigrationState.values())
            assertThat(EnumSet.allOf(MigrationEvent.class))
                    .as(state.name())
                    .anyMatch(event -> Transitions.next(state, event).isPresent());
    }
}
