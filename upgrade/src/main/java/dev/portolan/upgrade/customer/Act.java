package dev.portolan.upgrade.customer;

import dev.portolan.upgrade.status.MigrationState;
import org.jspecify.annotations.Nullable;

/** What can be ordered for many customers at once. */
public enum Act {
    INVITE,
    TRANSFER;

    /** Why a customer in this state is left out; null where the act fits. */
    public @Nullable LeftOut leftOut(MigrationState state) {
        return this == INVITE ? notInvited(state) : notTransferred(state);
    }

    public boolean fits(MigrationState state) {
        return leftOut(state) == null;
    }

    private static @Nullable LeftOut notInvited(MigrationState state) {
        return switch (state) {
            case STAGE_ONE_PENDING, STAGE_ONE_FAILED -> null;
            case VALIDATING -> LeftOut.BEING_VALIDATED;
            case NOT_ELIGIBLE -> LeftOut.NOT_ELIGIBLE;
            case STAGE_ONE_IN_PROGRESS,
                    STAGE_ONE_COMPLETED,
                    STAGE_TWO_PENDING,
                    STAGE_TWO_IN_PROGRESS,
                    STAGE_TWO_FAILED,
                    PROOF_FAILED,
                    UNDO_IN_PROGRESS,
                    MIGRATION_COMPLETED -> LeftOut.ALREADY_INVITED;
        };
    }

    private static @Nullable LeftOut notTransferred(MigrationState state) {
        return switch (state) {
            case STAGE_ONE_COMPLETED, STAGE_TWO_FAILED -> null;
            case VALIDATING, NOT_ELIGIBLE, STAGE_ONE_PENDING -> LeftOut.NOT_INVITED;
            case STAGE_ONE_IN_PROGRESS, STAGE_ONE_FAILED -> LeftOut.STAGE_ONE_NOT_COMPLETED;
            case STAGE_TWO_PENDING, STAGE_TWO_IN_PROGRESS, UNDO_IN_PROGRESS -> LeftOut.ALREADY_TRANSFERRING;
            case PROOF_FAILED -> LeftOut.OPERATOR_ACTS;
            case MIGRATION_COMPLETED -> LeftOut.ALREADY_TRANSFERRED;
        };
    }
}
