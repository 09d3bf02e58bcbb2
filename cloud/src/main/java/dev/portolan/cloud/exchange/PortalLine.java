package dev.portolan.cloud.exchange;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.PortalUnreachable;
import dev.portolan.contract.Problem;
import dev.portolan.contract.RunTrace;
import dev.portolan.migration.Run;
import dev.portolan.platform.restore.Closed;
import dev.portolan.platform.restore.Mark;
import dev.portolan.platform.restore.RestoreWatch;
import dev.portolan.platform.traces.MessageSpan;
import dev.portolan.platform.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends one message and reads its answer. */
@Component
class PortalLine {
    private static final Logger log = LoggerFactory.getLogger(PortalLine.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final String url;
    private final @Nullable HttpClient client;
    private final RestoreWatch watch;
    private final MeterRegistry meters;
    private final Traces traces;

    PortalLine(
            @Value("${portolan.exchange.url}") String url,
            @Value("${portolan.exchange.key-store}") String keyStore,
            @Value("${portolan.exchange.key-store-password}") String keyPassword,
            @Value("${portolan.exchange.trust-store}") String trustStore,
            @Value("${portolan.exchange.trust-store-password}") String trustPassword,
            RestoreWatch watch,
            MeterRegistry meters,
            Traces traces) {
        this.url = url;
        this.watch = watch;
        this.meters = meters;
        this.traces = traces;
        this.client = url.isBlank() || keyStore.isBlank()
                ? null
                : HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .sslContext(MutualTls.of(keyStore, keyPassword, trustStore, trustPassword))
                        .build();
        if (client == null)
            log.warn("the Portal is out of reach: portolan.exchange.url or portolan.exchange.key-store is not set");
    }

    /**
     * Sends a message.
     *
     * @throws PortalUnreachable if nothing is known of what became of it
     * @throws PortalRefusal if the Portal said no
     */
    <T> T send(Exchange message, byte[] body, Class<T> answer) {
        return send(message, body, answer, false, OptionalInt.empty());
    }

    /** As {@link #send(Exchange, byte[], Class)}, of a batch of reports with this number. */
    <T> T send(Exchange message, byte[] body, Class<T> answer, int batch) {
        return send(message, body, answer, false, OptionalInt.of(batch));
    }

    /** As {@link #send(Exchange, byte[], Class)}, while no writes are taken, too: for comparing both sides. */
    <T> T compare(Exchange message, byte[] body, Class<T> answer) {
        return send(message, body, answer, true, OptionalInt.empty());
    }

    /** Whether there is a Portal to talk to. */
    boolean configured() {
        return client != null;
    }

    private <T> T send(Exchange message, byte[] body, Class<T> answer, boolean comparing, OptionalInt batch) {
        if (client == null) throw new PortalUnreachable("no line to the Portal is configured (portolan.exchange.*)");
        var sample = Timer.start(meters);
        var outcome = "unreachable";
        try (var span = message == Exchange.PULSE ? MessageSpan.NONE : traces.sending(message.name(), batch)) {
            var response = post(client, message, body, comparing, span);
            outcome = response.statusCode() == OK ? "answered" : "refused";
            response.headers()
                    .firstValue(Exchange.MARK_HEADER)
                    .flatMap(Mark::of)
                    .ifPresent(watch::learn);
            if (response.statusCode() == OK) return read(response.body(), answer);
            throw refusal(message, response);
        } finally {
            sample.stop(meters.timer("portolan.exchange", "message", message.name(), "outcome", outcome));
            meters.summary("portolan.exchange.bytes", "message", message.name()).record(body.length);
        }
    }

    private HttpResponse<byte[]> post(
            HttpClient client, Exchange message, byte[] body, boolean comparing, MessageSpan span) {
        var request = HttpRequest.newBuilder(URI.create(url + Exchange.BASE + message.path()))
                .timeout(ANSWER)
                .header("Content-Type", message == Exchange.SEND_REPORTS ? Exchange.CBOR_SEQUENCE : Exchange.CBOR)
                .header("Accept", Exchange.CBOR)
                .header(Exchange.DIGEST_HEADER, ContentDigest.of(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        RunTrace.of(MDC.get(Run.TRACE)).ifPresent(trace -> {
            request.header(Exchange.RUN_HEADER, trace.toString());
            if (!span.traced()) request.header(Exchange.TRACE_HEADER, trace.traceParent());
        });
        span.tell(request::header);
        var seen = watch.standing().peer();
        if (seen != null) request.header(Exchange.SEEN_HEADER, seen.toString());
        if (comparing) request.header(Exchange.RECONCILE_HEADER, "compare");
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            span.answered(response.statusCode());
            return response;
        } catch (IOException cut) {
            span.failed("unreachable");
            throw new PortalUnreachable(message.path(), cut);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            span.failed("stopped");
            throw new PortalUnreachable(message.path(), stopped);
        }
    }

    private static <T> T read(byte[] body, Class<T> answer) {
        try {
            return Cbor.read(body, answer);
        } catch (Cbor.Unreadable unreadable) {
            throw new PortalUnreachable("an answer that cannot be read", unreadable);
        }
    }

    private static boolean restored(HttpResponse<byte[]> response) {
        try {
            return Cbor.read(response.body(), Problem.class).code().equals(Exchange.RESTORED);
        } catch (Cbor.Unreadable ofSomebodyElse) {
            return false;
        }
    }

    /** Only a 4xx with a problem of ours is a refusal; anything else leaves open what was done. */
    private RuntimeException refusal(Exchange message, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == UNAVAILABLE && restored(response)) watch.close(Closed.PEER);
        if (status < 400 || status >= 500) return new PortalUnreachable(message.path() + " answered " + status);
        var problem = read(response.body(), Problem.class);
        return new PortalRefusal(problem.code(), problem.detail());
    }
}
