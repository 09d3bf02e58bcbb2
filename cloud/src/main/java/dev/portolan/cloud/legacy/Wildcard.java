package dev.portolan.cloud.legacy;

import java.util.Locale;

/** Matches text with wildcards in time that grows with its length, whatever the pattern. */
final class Wildcard {
    private Wildcard() {}

    /** Whether the text contains the pattern, without case; {@code %} and {@code *} stand for any text. */
    static boolean matches(String text, String pattern) {
        var lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (var part : pattern.toLowerCase(Locale.ROOT).split("[%*]+")) {
            int at = lower.indexOf(part, from);
            if (at < 0) return false;
            from = at + part.length();
        }
        return true;
    }
}
