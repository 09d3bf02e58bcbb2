package dev.portolan.platform.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.BiConsumer;

/** The span of a message on one of its sides. It is the current one until it is closed, in the thread that made it. */
public final class MessageSpan implements AutoCloseable {
    /** Of a message that is not traced. */
    public static final MessageSpan NONE = new MessageSpan(Span.getInvalid(), Scope.noop());

    private static final int FIRST_ERROR = 400;

    private final Span span;
    private final Scope scope;

    @SuppressWarnings("MustBeClosedChecker") // closed with the span
    MessageSpan(Span span) {
        this(span, span.makeCurrent());
    }

    private MessageSpan(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    /** Whether there is one. */
    public boolean traced() {
        return span.getSpanContext().isValid();
    }

    /** Names it to the other side, by a header and its value. */
    public void tell(BiConsumer<String, String> header) {
        if (!traced()) return;
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), header, (to, name, value) -> {
            if (to != null) to.accept(name, value);
        });
    }

    /** How it was answered. */
    public void answered(int status) {
        span.setAttribute(Traces.STATUS, status);
        if (status >= FIRST_ERROR) failed(Integer.toString(status));
    }

    /** That it was not answered well, with a word or a code of ours. */
    public void failed(String type) {
        span.setAttribute(Traces.ERROR, type).setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
