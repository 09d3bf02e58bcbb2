package dev.portolan.e2e.transfer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The erasure-client protocol of one environment. */
record FireGate(HttpClient client, String base, String authorization) {

    HttpResponse<String> reserve(UUID clientId, UUID key) throws IOException, InterruptedException {
        return send(request("/reservations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                {"product":"%s","quantity":"1","key":"%s","client":{"id":"%s","name":"Fire","version":"7.1"}}
                """.formatted(Company.PRODUCT, key, clientId))));
    }

    HttpResponse<String> release(UUID reservation) throws IOException, InterruptedException {
        return send(request("/reservations/" + reservation).DELETE());
    }

    HttpResponse<String> report(byte[] bytes, @Nullable UUID reservation) throws IOException, InterruptedException {
        return send(request("/reports" + (reservation == null ? "" : "?reservation=" + reservation))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> enrol(String user, String code, UUID clientId) throws IOException, InterruptedException {
        return send(request("/enrolments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                {"user":"%s","code":"%s","client":{"id":"%s","name":"Fire","version":"7.1"}}
                """.formatted(user, code, clientId))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
