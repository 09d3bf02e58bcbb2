package dev.portolan.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One erasure on disk, from before its licence is reserved until its report is acknowledged.
 *
 * @param reservation empty while the service may or may not have heard of {@code key}
 */
record SpooledErasure(
        Path directory, UUID key, Work work, String product, String quantity, Optional<UUID> reservation) {

    Path reportFile() {
        return directory.resolve("report.xml");
    }

    Path erasureFile() {
        return directory.resolve("erasure.json");
    }

    Path reasonFile() {
        return directory.resolve("reason.json");
    }

    boolean hasReport() {
        return Files.exists(reportFile());
    }

    SpooledErasure with(UUID reserved) {
        return new SpooledErasure(directory, key, work, product, quantity, Optional.of(reserved));
    }

    SpooledErasure takenFor(Work other) {
        return new SpooledErasure(directory, key, other, product, quantity, reservation);
    }

    byte[] asJson() {
        return Json.bytes(Map.of(
                "key",
                key.toString(),
                "work",
                work.name(),
                "product",
                product,
                "quantity",
                quantity,
                "reservation",
                reservation.map(UUID::toString).orElse("")));
    }

    /** @throws IllegalArgumentException if the file is not what {@link #asJson} wrote */
    static SpooledErasure of(Path directory, byte[] json) {
        var node = Json.read(json);
        var reservation = Json.text(node, "reservation");
        return new SpooledErasure(
                directory,
                UUID.fromString(Json.text(node, "key")),
                Work.valueOf(Json.text(node, "work")),
                Json.text(node, "product"),
                Json.text(node, "quantity"),
                reservation.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(reservation)));
    }
}
