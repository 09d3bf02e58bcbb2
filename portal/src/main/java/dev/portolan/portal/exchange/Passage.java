package dev.portolan.portal.exchange;

import dev.portolan.contract.Exchange;
import dev.portolan.platform.restore.Mark;
import dev.portolan.platform.restore.RestoreWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets messages through. Each tells what the Cloud remembers of this side, so a restore is noticed before any message is
 * carried out; from then on only questions are answered, and what the comparison asks for.
 */
@Component
class Passage {
    private static final Set<Exchange> QUESTIONS = EnumSet.of(
            Exchange.PULSE,
            Exchange.CHECK,
            Exchange.ACCESS,
            Exchange.STOCK,
            Exchange.COUNT,
            Exchange.OUTCOME,
            Exchange.UNDO_OUTLOOK,
            Exchange.TENANTS,
            Exchange.COMPARE,
            Exchange.HIDDEN,
            Exchange.REOPEN);

    /** After these the Cloud relies on something here, so that it must not get lost unnoticed until the next pulse. */
    private static final Set<Exchange> RELIED_ON = EnumSet.of(
            Exchange.OPEN,
            Exchange.SEND_REST,
            Exchange.ACTIVATE,
            Exchange.ABORT,
            Exchange.COMPLETE,
            Exchange.UNDO_COMMIT,
            Exchange.UNDO_SETTLE,
            Exchange.UNDO_ABORT);

    private final RestoreWatch watch;

    Passage(RestoreWatch watch) {
        this.watch = watch;
    }

    ResponseEntity<byte[]> through(
            Exchange message, HttpServletRequest request, Supplier<ResponseEntity<byte[]>> work) {
        Mark.of(request.getHeader(Exchange.SEEN_HEADER)).ifPresent(watch::judge);
        boolean comparing = request.getHeader(Exchange.RECONCILE_HEADER) != null;
        if (!comparing && !QUESTIONS.contains(message) && watch.closed().isPresent())
            return ExchangeEndpoint.problem(HttpStatus.SERVICE_UNAVAILABLE, Exchange.RESTORED, message.path());
        var answer = work.get();
        if (comparing || !RELIED_ON.contains(message) || !answer.getStatusCode().is2xxSuccessful()) return answer;
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(Exchange.MARK_HEADER, watch.advance().toString())
                .body(answer.getBody());
    }
}
