package dev.portolan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything of a transfer but its reports. All ids are those of the Cloud. */
public record RestProvision(
        TransferTry order,
        List<Workflow> workflows,
        @Nullable UUID defaultWorkflow,
        List<Pool> pools,
        List<Reservation> reservations) {
    public RestProvision {
        workflows = List.copyOf(workflows);
        pools = List.copyOf(pools);
        reservations = List.copyOf(reservations);
    }

    /** A workflow; its definition is carried over as it is. */
    public record Workflow(UUID id, String name, String definition, Instant createdAt) {}

    /**
     * A pool with what leaves the Cloud.
     *
     * @param remaining free licences
     * @param reserved the sum of the open reservations
     * @param expiresOn the last day of use
     */
    public record Pool(
            UUID id,
            String product,
            String name,
            @Nullable LocalDate expiresOn,
            Instant createdAt,
            BigDecimal remaining,
            BigDecimal reserved) {}

    /** An open reservation: under the same id it covers its report in the Portal. */
    public record Reservation(
            UUID id, UUID pool, BigDecimal quantity, UUID idempotencyKey, UUID client, UUID user, Instant reservedAt) {}
}
