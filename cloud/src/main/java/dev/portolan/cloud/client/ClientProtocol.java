package dev.portolan.cloud.client;

import dev.portolan.cloud.licence.Licences;
import dev.portolan.cloud.licence.ReserveCommand;
import dev.portolan.cloud.report.Reports;
import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.Tenancy;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.arrival.Receipt;
import dev.portolan.web.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What erasure clients ask. Every answer comes after the commit of what it acknowledges. */
@RestController
@RequestMapping("/client/v1")
class ClientProtocol {
    private final Authority authority;
    private final Licences licences;
    private final Reports reports;
    private final ErasureClients clients;
    private final Tenancy tenancy;

    ClientProtocol(Authority authority, Licences licences, Reports reports, ErasureClients clients, Tenancy tenancy) {
        this.authority = authority;
        this.licences = licences;
        this.reports = reports;
        this.clients = clients;
        this.tenancy = tenancy;
    }

    @PostMapping(path = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReservationAnswer> reserve(
            @AuthenticationPrincipal SignedIn person, @RequestBody ReservationRequest request) {
        authority.require(person, Right.ERASE);
        var client = request.knownClient();
        var command = new ReserveCommand(
                request.knownProduct(), request.uses(), request.knownKey(), client.knownId(), person.userId());
        var reservation = tenancy.within(person.company(), () -> {
            var reserved = licences.reserve(person.company(), command);
            clients.seen(person.company(), client, person.userId());
            return reserved;
        });
        return ResponseEntity.status(reservation.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new ReservationAnswer(
                        reservation.id(),
                        reservation.product(),
                        reservation.quantity().toString(),
                        reservation.reservedAt()));
    }

    @DeleteMapping("/reservations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        authority.require(person, Right.ERASE);
        licences.release(person.company(), id, null);
    }

    @PostMapping(
            path = "/reports",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<ReceiptAnswer> receive(
            @AuthenticationPrincipal SignedIn person, @RequestParam @Nullable UUID reservation, InputStream body)
            throws IOException {
        authority.require(person, Right.ERASE);
        // One byte more than allowed is enough to be refused, whatever else would follow.
        var original = body.readNBytes(ReportDocument.MAX_BYTES + 1);
        var receipt = reports.receive(person.company(), person.userId(), original, reservation);
        return ResponseEntity.status(receipt.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReceiptAnswer.of(receipt));
    }

    /** @param quantity how many licences were set aside */
    record ReservationAnswer(UUID reservation, String product, String quantity, Instant reservedAt) {}

    /** @param sha256 over the original bytes, in hexadecimal: the client's proof that its report arrived whole */
    record ReceiptAnswer(UUID documentId, String sha256, Instant receivedAt) {
        static ReceiptAnswer of(Receipt receipt) {
            return new ReceiptAnswer(receipt.documentId(), receipt.digest().hex(), receipt.receivedAt());
        }
    }
}
