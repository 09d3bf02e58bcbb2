package dev.portolan.portal.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Talks to the app as a browser does: keeps cookies, and sends the CSRF token of the page it has seen last. */
public final class Browser {
    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    Browser(int port) {
        this.port = port;
    }

    /** Chooses a language as the sign-in page does, or the pseudo-locale en-XA. */
    public Browser speaking(String language) {
        var cookie = new HttpCookie("portolan_language", language);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port), cookie);
        return this;
    }

    /** Signs in; the answer is the redirect. */
    public Browser signIn(Person person) {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("email", person.email(), "password", World.PASSWORD));
        if (answer.status() != 302 || answer.header("Location").contains("refused"))
            throw new AssertionError("cannot sign in as " + person.email() + ": " + answer.header("Location"));
        get("/settings");
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, Map<String, String> form) {
        return send("POST", path, form);
    }

    /** Any method, with a form where it is not a GET. */
    public Answer send(String method, String path, Map<String, String> form) {
        if (method.equals("GET")) return get(path);
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", csrf)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.body(), response.headers());
            var token = answer.page().selectFirst("meta[name=_csrf]");
            if (token != null) csrf = token.attr("content");
            return answer;
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " broke off: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
