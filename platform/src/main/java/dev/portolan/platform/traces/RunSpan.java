package dev.portolan.platform.traces;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The span of a whole run, over all the nodes that work on it: its trace has the run's id, and its own id follows from the
 * run and its order, so that each node can hang spans below it while none of them holds it. It is sent when the run ends.
 *
 * @param orderedAt tells the orders of one run from each other
 */
public record RunSpan(UUID id, String plan, Instant orderedAt) {
    private static final ScopedValue<RunSpan> MAKING = ScopedValue.newInstance();

    SpanContext context() {
        return SpanContext.createFromRemoteParent(
                traceId(), spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    }

    private String traceId() {
        var hex = HexFormat.of();
        return hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits());
    }

    /** Never zero: the topmost bits of the half of an id are those of its variant, and a moment's are none. */
    private String spanId() {
        return HexFormat.of().toHexDigits(id.getLeastSignificantBits() ^ orderedAt.toEpochMilli());
    }

    /** What is made meanwhile by {@link Ids} is the span of this run. */
    static <T> T making(RunSpan run, Supplier<T> work) {
        return ScopedValue.where(MAKING, run).call(work::get);
    }

    /** Random ids, but for the spans of runs. */
    static final class Ids implements IdGenerator {
        @Override
        public String generateSpanId() {
            return MAKING.isBound()
                    ? MAKING.get().spanId()
                    : IdGenerator.random().generateSpanId();
        }

        @Override
        public String generateTraceId() {
            return MAKING.isBound()
                    ? MAKING.get().traceId()
                    : IdGenerator.random().generateTraceId();
        }
    }
}
