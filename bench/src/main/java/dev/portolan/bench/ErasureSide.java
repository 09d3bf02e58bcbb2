package dev.portolan.bench;

import dev.portolan.report.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One side as an erasure client sees it. */
final class ErasureSide {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final String authorization;
    private final UUID client = UUID.randomUUID();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ErasureSide(String base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static ErasureSide cloud(String url, Firm firm) {
        return new ErasureSide(url + "/client/v1", firm.authorization());
    }

    /** Enrols a client by its row, as the code of a settings file would. */
    static ErasureSide portal(String url, Firm firm, JdbcTemplate inPortal) {
        var token = firm.id() + "." + UUID.randomUUID();
        inPortal.update(
                "insert into erasure_client (tenant_id, client_id, name, version, user_id, token_hash, enrolled_at, last_seen_at) values (?, ?, 'bench', '7.1', ?, ?, now(), now())",
                firm.id(),
                UUID.randomUUID(),
                firm.manager(),
                Sha256.of(token.getBytes(StandardCharsets.UTF_8)).bytes());
        return new ErasureSide(url + "/v1/client", "Bearer " + token);
    }

    /** Reserves one licence and gives it back: whether an erasure could begin. */
    boolean works() {
        var reservation = reserve();
        if (reservation != null) send("DELETE", "/reservations/" + reservation, "");
        return reservation != null;
    }

    private @Nullable String reserve() {
        var answer = send(
                "POST",
                "/reservations",
                "{\"product\":\"" + Firm.PRODUCT + "\",\"quantity\":\"1\",\"key\":\"" + UUID.randomUUID()
                        + "\",\"client\":{\"id\":\"" + client + "\",\"name\":\"bench\",\"version\":\"7.1\"}}");
        if (answer == null || answer.statusCode() >= 300) return null;
        return JSON.readTree(answer.body()).path("reservation").asString();
    }

    private @Nullable HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
