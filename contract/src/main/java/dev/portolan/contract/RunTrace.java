package dev.portolan.contract;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which run a message belongs to, as it travels in {@link Exchange#RUN_HEADER}.
 *
 * @param epoch the worker's fencing number
 */
public record RunTrace(UUID run, long epoch) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/([0-9]{1,18})");

    /** Reads {@code id/epoch}; empty for anything else, which is never repeated into a log. */
    public static Optional<RunTrace> of(@Nullable String text) {
        if (text == null) return Optional.empty();
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new RunTrace(UUID.fromString(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** As a W3C {@code traceparent}, from a side that sends no spans: the epoch stands where its span would. */
    public String traceParent() {
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(run.getMostSignificantBits()) + hex.toHexDigits(run.getLeastSignificantBits())
                + "-" + hex.toHexDigits(epoch) + "-01";
    }

    @Override
    public String toString() {
        return run + "/" + epoch;
    }
}
