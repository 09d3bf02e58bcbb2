package dev.portolan.demo.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Serves the mails over HTTP. Everything is read only. */
final class InboxServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HTML = "text/html; charset=utf-8";
    private static final String OWN_PAGE =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";
    // A mail's own HTML: no scripts, no pictures from elsewhere, nothing of this page within reach.
    private static final String FOREIGN_HTML =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads;

    private InboxServer(Mailbox mailbox, HttpServer server, ExecutorService threads) {
        this.mailbox = mailbox;
        this.server = server;
        this.threads = threads;
    }

    static InboxServer start(Mailbox mailbox, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var inbox = new InboxServer(mailbox, server, threads);
        server.setExecutor(threads);
        server.createContext("/", inbox::answer);
        server.start();
        return inbox;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var to = parameter(exchange, "to");
            switch (path) {
                case "/" -> send(exchange, 200, HTML, OWN_PAGE, InboxPages.list(mails(to), to));
                case "/mails" -> send(exchange, 200, HTML, OWN_PAGE, InboxPages.rows(mails(to)));
                case "/mails.json" ->
                    send(exchange, 200, "application/json", OWN_PAGE, JSON.writeValueAsString(mails(to)));
                case "/inbox.css" -> send(exchange, 200, "text/css", OWN_PAGE, InboxPages.resource("inbox.css"));
                case "/inbox.js" -> send(exchange, 200, "text/javascript", OWN_PAGE, InboxPages.resource("inbox.js"));
                default -> answerMail(exchange, path);
            }
        }
    }

    private void answerMail(HttpExchange exchange, String path) throws IOException {
        var parts = path.split("/", -1);
        var known = parts.length >= 3 && parts[1].equals("mails") && parts[2].matches("[0-9]{1,18}")
                ? mailbox.find(Long.parseLong(parts[2]))
                : Optional.<ReceivedMail>empty();
        if (known.isPresent() && parts.length == 3) {
            send(exchange, 200, HTML, OWN_PAGE, InboxPages.mail(known.get()));
        } else if (known.isPresent() && parts.length == 4 && parts[3].equals("html")) {
            send(exchange, 200, HTML, FOREIGN_HTML, InboxPages.foreign(known.get()));
        } else {
            send(exchange, 404, HTML, OWN_PAGE, InboxPages.missing());
        }
    }

    private List<ReceivedMail> mails(String to) {
        return mailbox.newestFirst().stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(to.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String parameter(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> decode(pair.substring(name.length() + 1)))
                        .findFirst()
                        .orElse("");
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
