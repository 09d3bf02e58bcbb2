package dev.portolan.cloud.licence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reservation whose report has not come yet. */
record OpenReservation(
        UUID reservationId,
        String product,
        BigDecimal quantity,
        Instant reservedAt,
        @Nullable String client,
        @Nullable String by) {}
