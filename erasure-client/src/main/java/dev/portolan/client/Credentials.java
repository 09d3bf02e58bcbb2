package dev.portolan.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Turns settings into the header that the service accepts; enrols at the Portal the first time. */
final class Credentials {

    private final Wire wire;
    private final Spool spool;

    Credentials(Wire wire, Spool spool) {
        this.wire = wire;
        this.spool = spool;
    }

    String authorization(Settings settings, Password password) throws ClientFault {
        return switch (settings) {
            case Settings.Cloud cloud -> basic(cloud.user(), password.ask(cloud.user()));
            case Settings.Portal portal -> "Bearer " + token(portal);
        };
    }

    private static String basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String token(Settings.Portal portal) throws ClientFault {
        var kept = spool.token(portal);
        if (kept.isPresent()) return kept.get();
        var token = enrol(portal);
        spool.keepToken(portal, token);
        return token;
    }

    private String enrol(Settings.Portal portal) throws Refused, Unreachable {
        var body = Json.bytes(Map.of(
                "user", portal.user(),
                "code", portal.enrolmentCode(),
                "client", spool.client().asJson()));
        var request = HttpRequest.newBuilder(URI.create(portal.endpoint() + "/enrolments"))
                .timeout(Wire.ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var token = Json.text(wire.exchange(request).accepted(), "token");
        if (token.isEmpty()) throw new Unreachable("strange", portal.endpoint());
        return token;
    }
}
