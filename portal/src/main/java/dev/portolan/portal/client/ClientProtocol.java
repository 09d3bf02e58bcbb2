package dev.portolan.portal.client;

import dev.portolan.platform.Tenancy;
import dev.portolan.portal.licence.Licences;
import dev.portolan.portal.licence.ReserveCommand;
import dev.portolan.portal.report.Reports;
import dev.portolan.report.ReportDocument;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
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
@RequestMapping(path = "/v1/client", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientProtocol {
    private final Licences licences;
    private final Reports reports;
    private final ErasureClients clients;
    private final Tenancy tenancy;
    private final Clock clock;

    ClientProtocol(Licences licences, Reports reports, ErasureClients clients, Tenancy tenancy, Clock clock) {
        this.licences = licences;
        this.reports = reports;
        this.clients = clients;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @PostMapping(path = "/enrolments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TokenAnswer enrol(@RequestBody EnrolmentRequest request) {
        var token = clients.enrol(request.knownUser(), request.knownCode(), request.knownClient());
        return new TokenAnswer(token.text());
    }

    @PostMapping(path = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReservationAnswer> reserve(
            @AuthenticationPrincipal EnrolledClient client, @RequestBody ReservationRequest request) {
        var command = new ReserveCommand(
                request.knownProduct(), request.uses(), request.knownKey(), client.clientId(), client.userId());
        var reservation = tenancy.within(client.tenant(), () -> {
            var reserved = licences.reserve(client.tenant(), command);
            clients.seen(client, request.knownClient());
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
    void release(@AuthenticationPrincipal EnrolledClient client, @PathVariable UUID id) {
        licences.release(client.tenant(), id, null);
    }

    @PostMapping(
            path = "/reports",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<ReceiptAnswer> receive(
            @AuthenticationPrincipal EnrolledClient client, @RequestParam @Nullable UUID reservation, InputStream body)
            throws IOException {
        // One byte more than allowed is enough to be refused, whatever else would follow.
        var original = body.readNBytes(ReportDocument.MAX_BYTES + 1);
        var receipt = reports.receive(client.tenant(), client.userId(), original, reservation);
        tenancy.run(client.tenant(), () -> clients.seen(client, clock.instant()));
        return ResponseEntity.status(receipt.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new ReceiptAnswer(receipt.documentId(), receipt.digest().hex(), receipt.receivedAt()));
    }

    /** @param token to be sent as {@code Authorization: Bearer} from now on; it is shown this once */
    record TokenAnswer(String token) {}

    /** @param quantity how many licences were set aside */
    record ReservationAnswer(UUID reservation, String product, String quantity, Instant reservedAt) {}

    /** @param sha256 over the original bytes, in hexadecimal: the client's proof that its report arrived whole */
    record ReceiptAnswer(UUID documentId, String sha256, Instant receivedAt) {}
}
