package dev.portolan.portal.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation with the person it is for, as the page behind the link needs it. */
record Invitation(
        UUID invitationId,
        UUID userId,
        String email,
        String name,
        String company,
        boolean barred,
        boolean signedUp,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant supersededAt) {

    /** What the link is good for. */
    enum State {
        OPEN,
        USED,
        SUPERSEDED,
        EXPIRED,
        /** The person or the company was barred since. */
        BARRED
    }

    State state(Instant now) {
        if (usedAt != null || signedUp) return State.USED;
        if (barred) return State.BARRED;
        if (supersededAt != null) return State.SUPERSEDED;
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
