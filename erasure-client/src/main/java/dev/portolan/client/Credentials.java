package dev.portolan.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns settings into the header that the service accepts; enrols at the Portal the first time. */
final class Credentials {

    private final Exchange wire;
    private final Spool spool;

    Credentials(Exchange wire, Spool spool) {
        this.wire = wire;
        this.spool = spool;
    }

    /** Asks for the password, or enrols, when the first request needs it. */
    Authorization of(Settings settings, Password password) {
        return new Once(() -> header(settings, password));
    }

    private String header(Settings settings, Password password) throws ClientFault {
        return switch (settings) {
            case Settings.Cloud cloud -> basic(cloud.user(), password.ask(cloud.user()));
            case Settings.Portal portal -> "Bearer " + enrolled(portal);
        };
    }

    private static final class Once implements Authorization {
        private final Authorization asked;
        private @Nullable String known;

        Once(Authorization asked) {
            this.asked = asked;
        }

        @Override
        public synchronized String value() throws ClientFault {
            if (known == null) known = asked.value();
            return known;
        }
    }

    private static String basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The token of this client; enrols where it has none yet. */
    String enrolled(Settings.Portal portal) throws ClientFault {
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
