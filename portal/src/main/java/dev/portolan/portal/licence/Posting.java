package dev.portolan.portal.licence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands beside an entry of the ledger: its cause, who and when. */
record Posting(
        @Nullable UUID reservation,
        @Nullable UUID counterpart,
        @Nullable String note,
        @Nullable UUID by,
        Instant at) {
    Posting(@Nullable UUID reservation, @Nullable UUID by, Instant at) {
        this(reservation, null, null, by, at);
    }
}
