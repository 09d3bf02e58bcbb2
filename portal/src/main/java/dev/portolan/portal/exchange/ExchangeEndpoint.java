package dev.portolan.portal.exchange;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.ContentDigest;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.contract.Problem;
import dev.portolan.contract.RunTrace;
import dev.portolan.platform.traces.MessageSpan;
import dev.portolan.platform.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads messages and writes answers; what a message does stands in {@link Messages}. */
@RestController
class ExchangeEndpoint {
    private static final Logger log = LoggerFactory.getLogger(ExchangeEndpoint.class);
    private static final MediaType CBOR = MediaType.parseMediaType(Exchange.CBOR);

    private static final String RUN = "run";

    private final Messages messages;
    private final Passage passage;
    private final MeterRegistry meters;
    private final Traces traces;

    ExchangeEndpoint(Messages messages, Passage passage, MeterRegistry meters, Traces traces) {
        this.messages = messages;
        this.passage = passage;
        this.meters = meters;
        this.traces = traces;
    }

    @PostMapping(Exchange.BASE + "**")
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length() + Exchange.BASE.length());
        var message = Exchange.of(path);
        if (message.isEmpty()) return problem(HttpStatus.NOT_FOUND, "unknown_message", path);
        var body = request.getInputStream().readNBytes(Exchange.MAX_BODY + 1);
        if (body.length > Exchange.MAX_BODY)
            return problem(HttpStatus.CONTENT_TOO_LARGE, "too_large", "at most " + Exchange.MAX_BODY + " bytes");
        if (!whole(body, request)) return problem(HttpStatus.SERVICE_UNAVAILABLE, "damaged", "digest differs");
        var run = RunTrace.of(request.getHeader(Exchange.RUN_HEADER));
        try (var trace = MDC.putCloseable(RUN, run.map(RunTrace::toString).orElse(""));
                var span = span(message.get(), run, request)) {
            var answer = passage.through(message.get(), request, () -> measured(message.get(), body));
            span.answered(answer.getStatusCode().value());
            return answer;
        }
    }

    private MessageSpan span(Exchange message, Optional<RunTrace> run, HttpServletRequest request) {
        if (message == Exchange.PULSE) return MessageSpan.NONE;
        return traces.taking(
                message.name(),
                run.map(RunTrace::run).orElse(null),
                run.map(RunTrace::epoch).orElse(0L),
                request::getHeader);
    }

    private ResponseEntity<byte[]> measured(Exchange message, byte[] body) {
        var sample = Timer.start(meters);
        var answer = answer(message, body);
        var status = Integer.toString(answer.getStatusCode().value());
        sample.stop(meters.timer("portolan.exchange.answers", "message", message.name(), "status", status));
        return answer;
    }

    /** A body that was damaged on its way is asked for again, not refused for good. */
    private static boolean whole(byte[] body, HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(Exchange.DIGEST_HEADER))
                .map(digest -> digest.equals(ContentDigest.of(body)))
                .orElse(true);
    }

    private ResponseEntity<byte[]> answer(Exchange message, byte[] body) {
        try {
            return ResponseEntity.ok().contentType(CBOR).body(Cbor.write(messages.answer(message, body)));
        } catch (PortalRefusal refusal) {
            log.info("exchange refused message={} code={}", message, refusal.code());
            return problem(HttpStatus.CONFLICT, refusal.code(), refusal.detail());
        } catch (Cbor.Unreadable unreadable) {
            return problem(HttpStatus.BAD_REQUEST, "unreadable", message.path());
        } catch (DataAccessException | TransactionException failed) {
            log.warn("exchange failed message={}", message, failed);
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "again", message.path());
        }
    }

    static ResponseEntity<byte[]> problem(HttpStatus status, String code, String detail) {
        return ResponseEntity.status(status)
                .contentType(CBOR)
                .body(Cbor.write(new Problem(status.value(), code, detail)));
    }
}
