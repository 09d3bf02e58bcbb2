package dev.portolan.demo.data;

import dev.portolan.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All rows of a company's licences. */
record LicenceRows(List<Pool> pools, List<Balance> balances, List<Reservation> reservations, List<Entry> entries) {

    record Pool(
            UUID companyId,
            UUID poolId,
            String product,
            String name,
            @Nullable LocalDate expiresOn,
            Instant createdAt) {}

    record Balance(UUID companyId, UUID poolId, BigDecimal remaining, BigDecimal reserved) {}

    record Reservation(
            UUID companyId,
            UUID reservationId,
            UUID poolId,
            BigDecimal quantity,
            UUID idempotencyKey,
            UUID clientId,
            UUID userId,
            String state,
            @Nullable UUID documentId,
            Instant reservedAt,
            @Nullable Instant closedAt) {}

    record Entry(
            UUID companyId,
            UUID entryId,
            UUID poolId,
            EntryKind kind,
            BigDecimal quantity,
            @Nullable UUID reservationId,
            @Nullable UUID counterpartId,
            @Nullable String note,
            @Nullable UUID byUser,
            Instant at) {}
}
