package dev.portolan.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The client protocol, the same for both environments but for endpoint and credentials. */
final class Service {

    private final Exchange wire;
    private final URI endpoint;
    private final Authorization authorization;
    private final ClientIdentity client;

    Service(Exchange wire, URI endpoint, Authorization authorization, ClientIdentity client) {
        this.wire = wire;
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.client = client;
    }

    /** Asked again with the same key it is the same reservation. */
    UUID reserve(String product, String quantity, UUID key) throws ClientFault {
        var body = Json.bytes(
                Map.of("product", product, "quantity", quantity, "client", client.asJson(), "key", key.toString()));
        var accepted = send(request("/reservations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        try {
            return UUID.fromString(Json.text(accepted.accepted(), "reservation"));
        } catch (IllegalArgumentException notTheProtocol) {
            throw new Unreachable("strange", endpoint);
        }
    }

    /** A reservation that is closed or unknown by now counts as released: there is nothing left to return. */
    void release(UUID reservation) throws ClientFault {
        var answer = send(request("/reservations/" + reservation).DELETE());
        if (answer.status() != 404 && answer.status() != 409) answer.accepted();
    }

    /**
     * The digest of what the service stored: SHA-256 in hexadecimal, as the service wrote it.
     *
     * @param reservation empty where nothing covers the report, which the service then marks
     */
    String deliver(Optional<UUID> reservation, byte[] report) throws ClientFault {
        var query = reservation.map(id -> "?reservation=" + id).orElse("");
        var answer = send(request("/reports" + query)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(report)));
        return Json.text(answer.accepted(), "sha256");
    }

    private HttpRequest.Builder request(String path) throws ClientFault {
        return HttpRequest.newBuilder(URI.create(endpoint + path))
                .timeout(Wire.ANSWER)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", authorization.value());
    }

    private Answer send(HttpRequest.Builder request) throws Unreachable {
        return wire.exchange(request.build());
    }
}
