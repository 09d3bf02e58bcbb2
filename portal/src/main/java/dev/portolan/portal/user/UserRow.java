package dev.portolan.portal.user;

import dev.portolan.platform.outbox.MailState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the page lists them.
 *
 * @param mail what became of the latest invitation's mail; null where none was sent
 */
record UserRow(
        UUID userId,
        String email,
        String name,
        String role,
        @Nullable String predefined,
        boolean disabled,
        @Nullable Instant signedUpAt,
        @Nullable Instant lastSignedInAt,
        @Nullable Instant invitedAt,
        @Nullable MailState mail,
        @Nullable String refusal) {

    /** How far the person has come; the text is {@code user.state.<name>}. */
    enum State {
        ACTIVE("green", "check"),
        INVITED("azure", "mail"),
        REFUSED("red", "alert"),
        NOT_INVITED("yellow", "alert"),
        DISABLED("secondary", "lock");

        private final String colour;
        private final String icon;

        State(String colour, String icon) {
            this.colour = colour;
            this.icon = icon;
        }

        public String colour() {
            return colour;
        }

        public String icon() {
            return icon;
        }
    }

    public State state() {
        if (disabled) return State.DISABLED;
        if (signedUpAt != null) return State.ACTIVE;
        if (invitedAt == null) return State.NOT_INVITED;
        return mail == MailState.REFUSED ? State.REFUSED : State.INVITED;
    }

    public boolean invitable() {
        return !disabled && signedUpAt == null;
    }
}
