package dev.portolan.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at a browser: follows no redirect by itself, keeps cookies, sends the page's CSRF token with forms. */
public class HttpBrowser {
    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    public HttpBrowser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The page behind the path, which must be there. */
    public Document page(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) throw new AssertionError(path + " answered " + answer.statusCode());
        return Jsoup.parse(answer.body(), base.resolve(path).toString());
    }

    /** Sends a form with a valid CSRF token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        var form = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Signs in; anything but success is an error. */
    public void signIn(String email, String password) {
        var answer = post("/sign-in", Map.of("username", email, "email", email, "password", password));
        var location = answer.headers().firstValue("location").orElse("");
        if (location.contains("sign-in")) throw new AssertionError(email + " is not signed in: " + location);
        csrf = "";
    }

    /** A cookie for the pages to come, such as {@code portolan_language}. */
    public void cookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    /** A program's request with credentials. */
    public HttpResponse<String> program(String email, String password, HttpRequest.Builder request) {
        var credentials = Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(request.header("Authorization", "Basic " + credentials));
    }

    /** A request as a browser sends it. */
    public HttpRequest.Builder request(String path) {
        return at(path).header("Accept", "text/html,application/xhtml+xml");
    }

    /** A request that says nothing of the answer it wants. */
    public HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /** Sends with this visitor's cookies. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A CSRF token of this visitor's session. */
    public String token() {
        if (csrf.isEmpty()) {
            var answer = get("/sign-in");
            csrf = Jsoup.parse(answer.body()).select("meta[name=_csrf]").attr("content");
        }
        return csrf;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
