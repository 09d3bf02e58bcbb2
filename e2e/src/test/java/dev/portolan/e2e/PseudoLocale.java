package dev.portolan.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import dev.portolan.web.Languages;
import dev.portolan.web.Texts;
import dev.portolan.web.testing.UntranslatedText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fetches a page once more in the pseudo-locale, in a person's session, and finds what is hard-coded on it. */
final class PseudoLocale {
    private static final String COOKIE = "portolan_language";
    private static final int OK = 200;

    private final BrowserContext session;
    private final HttpClient http = HttpClient.newHttpClient();

    PseudoLocale(BrowserContext session) {
        this.session = session;
    }

    /** The texts that come from no message file; the page must be there and speak the pseudo-locale. */
    List<String> hardCodedOn(String address) {
        var page = get(address);
        if (page.statusCode() != OK) return List.of("answers %d in the pseudo-locale".formatted(page.statusCode()));
        if (!page.body().contains(Texts.OPEN)) return List.of("does not speak the pseudo-locale");
        return UntranslatedText.in(page.body());
    }

    private HttpResponse<String> get(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", cookies(address))
                .header("Accept", "text/html")
                .GET()
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String cookies(String address) {
        var own = session.cookies(address).stream()
                .filter(PseudoLocale::isNoLanguage)
                .map(PseudoLocale::pair);
        return Stream.concat(own, Stream.of(COOKIE + '=' + Languages.PSEUDO.toLanguageTag()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isNoLanguage(Cookie cookie) {
        return !cookie.name.equals(COOKIE);
    }

    private static String pair(Cookie cookie) {
        return cookie.name + '=' + cookie.value;
    }
}
