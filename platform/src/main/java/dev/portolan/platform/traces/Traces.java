package dev.portolan.platform.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the spans; names and attributes stand in docs/operations/metrics.md. */
public final class Traces implements AutoCloseable {
    static final String SCOPE = "dev.portolan";
    private static final AttributeKey<String> RUN = AttributeKey.stringKey("portolan.run");
    private static final AttributeKey<Long> EPOCH = AttributeKey.longKey("portolan.epoch");
    private static final AttributeKey<String> PLAN = AttributeKey.stringKey("portolan.plan");
    private static final AttributeKey<String> STEP = AttributeKey.stringKey("portolan.step");
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("portolan.state");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("portolan.message");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("portolan.batch");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    /** What spans below say as well: of which run, which plan and which step. */
    private static final ContextKey<Attributes> WHOSE = ContextKey.named("portolan.whose");

    private final @Nullable Tracer tracer;
    private final Runnable end;

    private Traces(@Nullable Tracer tracer, Runnable end) {
        this.tracer = tracer;
        this.end = end;
    }

    /** Makes nothing. */
    public static Traces off() {
        return new Traces(null, () -> {});
    }

    /**
     * Sends spans.
     *
     * @param endpoint the address that takes traces by OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces};
     *     blank for {@link #off}
     * @param app as which the spans are sent
     * @throws IllegalArgumentException if the endpoint is no address
     */
    public static Traces to(String endpoint, String app) {
        if (endpoint.isBlank()) return off();
        var collector = new Collector(endpoint, app);
        return new Traces(collector.tracer(), collector::close);
    }

    /** What is done until the scope is closed belongs to this run. */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    public Scope within(RunSpan run, long epoch) {
        if (tracer == null) return Scope.noop();
        var whose = Attributes.of(RUN, run.id().toString(), EPOCH, epoch, PLAN, run.plan());
        return Context.root().with(Span.wrap(run.context())).with(WHOSE, whose).makeCurrent();
    }

    /** The span of the whole run, which has ended so. */
    public void ended(RunSpan run, String state) {
        if (tracer == null) return;
        var span = RunSpan.making(
                run,
                () -> tracer.spanBuilder("run " + run.plan())
                        .setNoParent()
                        .setStartTimestamp(run.orderedAt())
                        .setAttribute(RUN, run.id().toString())
                        .setAttribute(PLAN, run.plan())
                        .setAttribute(STATE, state)
                        .startSpan());
        span.end();
    }

    /**
     * Does the work of a step.
     *
     * @param code of a failure; null for what ends the work without being one
     */
    public void step(String step, Function<RuntimeException, @Nullable String> code, Runnable work) {
        if (tracer == null) {
            work.run();
            return;
        }
        var whose = whose(step);
        var span = tracer.spanBuilder("step " + step).setAllAttributes(whose).startSpan();
        try (var current = Context.current().with(span).with(WHOSE, whose).makeCurrent()) {
            work.run();
        } catch (RuntimeException failed) {
            var type = code.apply(failed);
            if (type != null) span.setAttribute(ERROR, type).setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }

    /** A message to the other app; to be closed when its answer is there. */
    public MessageSpan sending(String message, OptionalInt batch) {
        if (tracer == null) return MessageSpan.NONE;
        var span = tracer.spanBuilder("send " + message)
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(Objects.requireNonNullElse(Context.current().get(WHOSE), Attributes.empty()))
                .setAttribute(MESSAGE, message);
        if (batch.isPresent()) span.setAttribute(BATCH, batch.getAsInt());
        return new MessageSpan(span.startSpan());
    }

    /**
     * A message of the other app; to be closed when it is answered.
     *
     * @param headers of the message, by their names
     */
    public MessageSpan taking(String message, @Nullable UUID run, long epoch, UnaryOperator<@Nullable String> headers) {
        if (tracer == null) return MessageSpan.NONE;
        var parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, new Headers());
        var span = tracer.spanBuilder("take " + message)
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent)
                .setAttribute(MESSAGE, message);
        if (run != null) span.setAttribute(RUN, run.toString()).setAttribute(EPOCH, epoch);
        return new MessageSpan(span.startSpan());
    }

    /** Which batch of reports the message that is being taken brings. */
    public static void batch(int number) {
        Span.current().setAttribute(BATCH, number);
    }

    private static Attributes whose(String step) {
        var whose = Context.current().get(WHOSE);
        return (whose == null ? Attributes.builder() : whose.toBuilder())
                .put(STEP, step)
                .build();
    }

    private static final class Headers implements TextMapGetter<UnaryOperator<@Nullable String>> {
        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    }

    /** Sends what has not been sent yet, for two seconds at most. */
    @Override
    public void close() {
        end.run();
    }
}
