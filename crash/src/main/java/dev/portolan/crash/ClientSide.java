package dev.portolan.crash;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One side as an erasure client sees it: where its protocol is, and how the client proves itself. */
final class ClientSide {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final List<String> bases;
    private final String authorization;
    private final UUID client = UUID.randomUUID();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private int base;

    private ClientSide(String name, List<String> bases, String authorization) {
        this.name = name;
        this.bases = List.copyOf(bases);
        this.authorization = authorization;
    }

    static ClientSide cloud(IntFunction<String> url, Customer one) {
        var credentials = one.email() + ":" + Customer.PASSWORD;
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new ClientSide(
                "cloud", List.of(url.apply(0) + "/client/v1", url.apply(1) + "/client/v1"), "Basic " + basic);
    }

    static ClientSide portal(String url, String token) {
        return new ClientSide("portal", List.of(url + "/v1/client"), "Bearer " + token);
    }

    String name() {
        return name;
    }

    /** What a side answered: a status, or 0 for no answer, and a text of its body. */
    record Answer(int status, String code, @Nullable UUID reservation) {
        boolean done() {
            return status >= 200 && status < 300;
        }
    }

    Answer reserve(UUID key) {
        var body = "{\"product\":\"" + Customer.PRODUCT + "\",\"quantity\":\"1\",\"key\":\"" + key
                + "\",\"client\":{\"id\":\"" + client + "\",\"name\":\"probe\",\"version\":\"7.1\"}}";
        return send("POST", "/reservations", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer release(UUID reservation) {
        return send("DELETE", "/reservations/" + reservation, "application/json", new byte[0]);
    }

    Answer report(byte[] report, @Nullable UUID reservation) {
        var path = "/reports" + (reservation == null ? "" : "?reservation=" + reservation);
        return send("POST", path, "application/xml", report);
    }

    private Answer send(String method, String path, String type, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(bases.get(base % bases.size()) + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (java.io.IOException down) {
            base++; // the next node, if there is one
            return new Answer(0, "no answer", null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(0, "no answer", null);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        if (!response.body().startsWith("{")) return new Answer(response.statusCode(), "", null);
        var json = JSON.readTree(response.body());
        var reservation = json.path("reservation").asString("");
        return new Answer(
                response.statusCode(),
                json.path("code").asString(""),
                reservation.isEmpty() ? null : UUID.fromString(reservation));
    }
}
