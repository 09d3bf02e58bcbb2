package dev.portolan.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
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
import org.jspecify.annotations.Nullable;

/**
 * Asks for the page that a person is at once more in the pseudo-locale, in the person's session, and finds what is
 * hard-coded on it. A page that answered a form is asked for by the same form: whatever changes something redirects, so
 * that a form answered by a page changed nothing, and will change nothing the second time.
 */
final class PseudoLocale {
    private static final String COOKIE = "portolan_language";
    private static final int OK = 200;

    private final Page page;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Response arrived;

    PseudoLocale(Page page) {
        this.page = page;
        page.onResponse(response -> {
            if (isPage(response)) arrived = response;
        });
    }

    /** The texts that come from no message file; the page must be there as before, and speak the pseudo-locale. */
    List<String> hardCodedOnThePage() {
        var form = form();
        var again = form == null ? get() : post(form.request());
        int expected = form == null ? OK : form.status();
        if (again.statusCode() != expected)
            return List.of("answers %d in the pseudo-locale, not %d".formatted(again.statusCode(), expected));
        if (!again.body().contains(Texts.OPEN)) return List.of("does not speak the pseudo-locale");
        return UntranslatedText.in(again.body());
    }

    /** The answer to a form that the page is; none if it is the answer to a link. */
    private @Nullable Response form() {
        var last = arrived;
        return last != null
                        && last.request().method().equals("POST")
                        && last.url().equals(page.url())
                ? last
                : null;
    }

    private boolean isPage(Response response) {
        boolean redirects = response.status() >= 300 && response.status() < 400;
        return response.request().isNavigationRequest()
                && response.frame().equals(page.mainFrame())
                && !redirects
                && response.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private HttpResponse<String> get() {
        return send(HttpRequest.newBuilder(URI.create(page.url())).GET());
    }

    private HttpResponse<String> post(Request form) {
        return send(HttpRequest.newBuilder(URI.create(form.url()))
                .header("Content-Type", form.headers().get("content-type"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.postDataBuffer())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Cookie", cookies())
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String cookies() {
        var own = page.context().cookies(page.url()).stream()
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
