package dev.portolan.platform.restore;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the history of one side is.
 *
 * @param number grows
 * @param token drawn with the number, so that two histories of one number differ
 */
public record Mark(long number, UUID token) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,18})/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** Reads {@code number/token}; empty for anything else. */
    public static Optional<Mark> of(@Nullable String text) {
        if (text == null) return Optional.empty();
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Mark(Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    /** Whether a history that has come to this mark contains the other one, as far as can be told. */
    boolean follows(Mark remembered) {
        return number > remembered.number || number == remembered.number && token.equals(remembered.token);
    }

    @Override
    public String toString() {
        return number + "/" + token;
    }
}
