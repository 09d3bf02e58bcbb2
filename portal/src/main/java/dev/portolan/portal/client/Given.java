package dev.portolan.portal.client;

import dev.portolan.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Parts of a request that must be there. */
final class Given {
    private Given() {}

    static <T> T given(@Nullable T part) {
        if (part == null) throw unreadable();
        return part;
    }

    static String text(@Nullable String text, int longest) {
        var known = given(text);
        if (known.isBlank() || known.length() > longest || known.indexOf(0) >= 0) throw unreadable();
        return known;
    }

    static Refusal unreadable() {
        return new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
    }
}
