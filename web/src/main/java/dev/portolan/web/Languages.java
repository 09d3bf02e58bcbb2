package dev.portolan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * A page's language: the signed-in person's choice, else the choice made on the sign-in page (a cookie), else the
 * browser's, else English. The pseudo-locale {@code en-XA} marks every text, so that tests can find text that is
 * hard-coded; only the cookie can choose it.
 */
public final class Languages implements LocaleResolver {
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);
    static final String COOKIE = "portolan_language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null && cookie.getValue().equals(PSEUDO.toLanguageTag())) return PSEUDO;
        var person = signedIn();
        if (person != null && person.language() != null) return Locale.of(person.language());
        if (cookie != null && isSpoken(cookie.getValue())) return Locale.of(cookie.getValue());
        var accepted = Locale.lookup(
                request.getHeader("Accept-Language") == null ? List.of() : parse(request.getHeader("Accept-Language")),
                SPOKEN);
        return accepted == null ? Locale.ENGLISH : accepted;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) return;
        var cookie = new Cookie(COOKIE, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge(365 * 24 * 3600);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Whether pages exist in the language of this tag. */
    public static boolean isSpoken(String tag) {
        return SPOKEN.stream().anyMatch(locale -> locale.toLanguageTag().equals(tag));
    }

    static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person : null;
    }

    private static List<Locale.LanguageRange> parse(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
