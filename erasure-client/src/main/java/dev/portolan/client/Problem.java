package dev.portolan.client;

import tools.jackson.databind.JsonNode;

/** Problem details (RFC 9457) as far as the client needs them; empty texts where the service sent none. */
record Problem(int status, String code, String detail, String newEndpoint) {

    static Problem of(int status, JsonNode body) {
        var code = Json.text(body, "code");
        if (status == 401) code = "unauthenticated";
        return new Problem(
                status,
                code.isEmpty() ? "http_" + status : code,
                Json.text(body, "detail"),
                Json.text(body, "newEndpoint"));
    }
}
