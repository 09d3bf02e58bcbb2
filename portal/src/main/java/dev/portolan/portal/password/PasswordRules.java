package dev.portolan.portal.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Length first, as NIST SP 800-63B advises: no rules on kinds of characters, but nothing that is guessed first. */
public final class PasswordRules {
    /** In characters. */
    public static final int SHORTEST = 12;

    // bcrypt reads no more than this, and a password cut off unseen would be a lie.
    private static final int LONGEST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;
    private static final List<String> GUESSED_FIRST = List.of(
            "password",
            "passwort",
            "qwerty",
            "qwertz",
            "asdfgh",
            "letmein",
            "welcome",
            "willkommen",
            "iloveyou",
            "ichliebedich",
            "administrator",
            "blancco",
            "portolan",
            "0123456789",
            "123456789");

    private PasswordRules() {}

    /** What is wrong with the password; empty where nothing is. */
    public static Optional<PasswordFault> fault(String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of(PasswordFault.TOO_SHORT);
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES)
            return Optional.of(PasswordFault.TOO_LONG);
        var lower = password.toLowerCase(Locale.ROOT);
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) return Optional.of(PasswordFault.TOO_SIMPLE);
        if (GUESSED_FIRST.stream().anyMatch(word -> mostly(lower, word))) return Optional.of(PasswordFault.TOO_SIMPLE);
        if (personal(lower, email, name)) return Optional.of(PasswordFault.PERSONAL);
        return Optional.empty();
    }

    /** A guessed word may be part of a longer phrase, but not nearly all of it. */
    private static boolean mostly(String password, String word) {
        return password.contains(word) && password.length() - word.length() < SHORTEST - SHORTEST_NAME;
    }

    private static boolean personal(String password, String email, String name) {
        var parts = (email.toLowerCase(Locale.ROOT).split("@", 2)[0] + ' ' + name.toLowerCase(Locale.ROOT))
                .split("[^\\p{L}\\p{N}]+");
        return Arrays.stream(parts)
                .filter(part -> part.length() >= SHORTEST_NAME)
                .anyMatch(part -> mostly(password, part));
    }
}
