package dev.portolan.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests that may be sent again, until the service has answered them or patience ends. */
final class Wire implements Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Patience patience;
    private final Pause pause;

    Wire(Patience patience, Pause pause) {
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public Answer exchange(HttpRequest request) throws Unreachable {
        var waited = Duration.ZERO;
        var failures = 0;
        while (true) {
            var response = attempt(request);
            if (response == null || failed(response.statusCode())) {
                if (++failures >= patience.attempts()) throw new Unreachable("unreachable", request.uri());
                wait(patience.first().multipliedBy(1L << (failures - 1)));
            } else if (busy(response.statusCode())) {
                var length = Duration.ofSeconds(retryAfter(response));
                waited = waited.plus(length);
                if (waited.compareTo(patience.busy()) > 0) throw new Unreachable(reason(response), request.uri());
                wait(length);
            } else {
                return new Answer(response.statusCode(), Json.read(response.body()));
            }
        }
    }

    /** Null when the connection could not be made, or broke. */
    private @Nullable HttpResponse<byte[]> attempt(HttpRequest request) throws Unreachable {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }

    private static boolean busy(int status) {
        return status == 429 || status == 503;
    }

    private static boolean failed(int status) {
        return status >= 500 && status != 503;
    }

    /** A frozen account is on its way to the new environment; that is worth saying. */
    private static String reason(HttpResponse<byte[]> response) {
        var code = Problem.of(response.statusCode(), Json.read(response.body())).code();
        return code.equals("account_frozen") ? "frozen" : "busy";
    }

    /** Seconds; a date or nonsense counts as one second. Zero would be a request without a pause, over and over. */
    private static long retryAfter(HttpResponse<?> response) {
        var text = response.headers().firstValue("Retry-After").orElse("1");
        var seconds = text.matches("\\d{1,6}") ? Long.parseLong(text) : 1;
        return Math.clamp(seconds, 1, LONGEST_PAUSE_SECONDS);
    }

    private void wait(Duration length) throws Unreachable {
        try {
            pause.pause(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}
