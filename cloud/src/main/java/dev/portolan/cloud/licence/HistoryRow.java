package dev.portolan.cloud.licence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of a pool's ledger as its page shows it; {@code by} is a user's name. */
record HistoryRow(
        Instant at,
        String kind,
        BigDecimal quantity,
        BigDecimal reserved,
        @Nullable UUID documentId,
        @Nullable String note,
        @Nullable String by) {}
