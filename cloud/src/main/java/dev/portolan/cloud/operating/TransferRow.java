package dev.portolan.cloud.operating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as an operator sees it.
 *
 * @param partner whose manager ordered it
 * @param company for whom it is done
 * @param state of the queue: WAITING, AT_WORK, PAUSED, STANDS or ENDED
 * @param phase FORWARD, ONWARD or BACK
 * @param acts who acts next where it stands: RUNNER or OPERATOR
 * @param movedAt when it last got on
 * @param dueAt where it waits: not before
 * @param outcome DONE or FAILED where it has ended
 */
record TransferRow(
        UUID run,
        UUID runner,
        UUID subject,
        String partner,
        String company,
        String plan,
        String state,
        String phase,
        @Nullable String step,
        long epoch,
        @Nullable String node,
        @Nullable String fault,
        @Nullable String acts,
        @Nullable String wish,
        Instant movedAt,
        Instant dueAt,
        @Nullable Instant alarmedAt,
        @Nullable String outcome) {
    private static final String STAGE_TWO = "stage-two";

    public boolean stands() {
        return state.equals("STANDS");
    }

    public boolean paused() {
        return "PAUSE".equals(wish);
    }

    /** Up to the point of no return. */
    public boolean mayBePaused() {
        return goesForward() && wish == null;
    }

    /** Only a transfer: what an invitation has made stays. */
    public boolean mayBeCancelled() {
        return goesForward() && !"CANCEL".equals(wish) && plan.equals(STAGE_TWO);
    }

    private boolean goesForward() {
        return phase.equals("FORWARD") && !state.equals("ENDED") && !stands();
    }

    /** Who or what makes it go on; the end of a text's key. */
    public String next(boolean held) {
        if (state.equals("ENDED")) return "nobody";
        if (stands()) return "RUNNER".equals(acts) ? "runner" : "operator";
        if (paused() || held && phase.equals("FORWARD")) return "paused";
        if (alarmedAt != null) return "operator";
        return state.equals("WAITING") && fault != null ? "again" : "itself";
    }
}
