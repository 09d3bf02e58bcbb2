package dev.portolan.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portolan.report.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Either environment's side of the client protocol, kept in memory, over real HTTP. */
final class FakeService implements AutoCloseable {

    static final String USER = "anna@example.com";
    static final String PASSWORD = "pass:wörd";
    private static final Pattern DOCUMENT_ID = Pattern.compile("<document_id>([^<]+)</document_id>");

    enum Reservation {
        OPEN,
        CONSUMED,
        RELEASED
    }

    /** What the service does instead of its work, or after it. */
    enum Mood {
        WILLING,
        OFFLINE,
        BROKEN,
        FROZEN,
        READ_ONLY,
        /** Works, but does not answer until the test lets it. */
        SILENT_AFTER_REPORT,
        SILENT_AFTER_RESERVATION,
        WRONG_DIGEST,
        CONFLICT
    }

    final Map<UUID, Reservation> reservations = new LinkedHashMap<>();
    final Map<String, UUID> reservationOfKey = new LinkedHashMap<>();
    final Map<String, byte[]> reports = new LinkedHashMap<>();
    final Map<String, String> reservationOfReport = new LinkedHashMap<>();
    final Set<String> clients = new LinkedHashSet<>();
    final List<String> calls = new ArrayList<>();
    final Set<String> codes = new LinkedHashSet<>(Set.of("CODE-1", "CODE-2"));
    final Set<String> tokens = new LinkedHashSet<>();
    int remaining = 100;
    private Mood mood = Mood.WILLING;
    private int onlyFor = Integer.MAX_VALUE;
    private Mood afterwards = Mood.WILLING;
    private boolean silent;

    private final HttpServer server;

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    synchronized void be(Mood next) {
        mood = next;
        onlyFor = Integer.MAX_VALUE;
    }

    /** As {@code first} for so many calls, then as {@code then}. */
    synchronized void be(Mood first, int calls, Mood then) {
        mood = first;
        onlyFor = calls;
        afterwards = then;
    }

    synchronized boolean isSilent() {
        return silent;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        Reply reply;
        synchronized (this) {
            reply = reply(exchange, body);
            if (reply == Reply.NONE) silent = silent || mood.name().startsWith("SILENT");
        }
        if (reply == Reply.NONE) {
            if (!isSilent()) exchange.close();
            return;
        }
        if (reply.status == 503 || reply.status == 429)
            exchange.getResponseHeaders().add("Retry-After", "2");
        exchange.getResponseHeaders()
                .add("Content-Type", reply.status < 300 ? "application/json" : "application/problem+json");
        var bytes = Json.bytes(reply.body);
        exchange.sendResponseHeaders(reply.status, reply.status == 204 ? -1 : bytes.length);
        if (reply.status != 204) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, Map<String, Object> body) {
        static final Reply NONE = new Reply(0, Map.of());

        static Reply problem(int status, String code) {
            return new Reply(status, Map.of("status", status, "code", code, "detail", "told by the service"));
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        var now = mood;
        if (--onlyFor <= 0) be(afterwards);
        var path = exchange.getRequestURI().getPath().substring("/api".length());
        calls.add(exchange.getRequestMethod() + " " + path.replaceAll("[0-9a-f-]{36}", "{id}"));
        if (now == Mood.OFFLINE) return Reply.NONE;
        if (now == Mood.BROKEN) return Reply.problem(500, "broken");
        if (path.equals("/enrolments")) return enrol(body);
        if (!known(exchange.getRequestHeaders().getFirst("Authorization"))) return Reply.problem(401, "whatever");
        if (now == Mood.FROZEN) return Reply.problem(503, "account_frozen");
        if (now == Mood.READ_ONLY)
            return new Reply(403, Map.of("code", "account_read_only", "newEndpoint", "https://new.example/v1/client"));
        if (path.equals("/reservations")) return reserve(body, now);
        if (path.equals("/reports")) return report(exchange.getRequestURI().getQuery(), body, now);
        return release(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    private boolean known(String authorization) {
        if (authorization == null) return false;
        var basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return authorization.equals("Basic " + basic) || tokens.contains(authorization.replaceFirst("^Bearer ", ""));
    }

    private Reply enrol(byte[] body) {
        var code = Json.text(Json.read(body), "code");
        if (!codes.remove(code)) return Reply.problem(403, "enrolment_code_used");
        tokens.add("secret-" + code.charAt(5));
        return new Reply(201, Map.of("token", "secret-" + code.charAt(5)));
    }

    private Reply reserve(byte[] body, Mood now) {
        var request = Json.read(body);
        clients.add(Json.text(request.path("client"), "id"));
        var key = Json.text(request, "key");
        var before = reservationOfKey.get(key);
        if (before == null && !Json.text(request, "product").contains("Eraser"))
            return Reply.problem(422, "unknown_product");
        if (before == null && remaining == 0) return Reply.problem(409, "licence_exhausted");
        var id = before != null ? before : UUID.randomUUID();
        if (before == null) {
            remaining--;
            reservationOfKey.put(key, id);
            reservations.put(id, Reservation.OPEN);
        }
        if (now == Mood.SILENT_AFTER_RESERVATION) return Reply.NONE;
        return new Reply(before == null ? 201 : 200, Map.of("reservation", id.toString()));
    }

    private Reply release(UUID id) {
        if (reservations.replace(id, Reservation.OPEN, Reservation.RELEASED)) remaining++;
        return new Reply(204, Map.of());
    }

    private Reply report(String query, byte[] body, Mood now) {
        var matcher = DOCUMENT_ID.matcher(new String(body, StandardCharsets.UTF_8));
        if (!matcher.find()) return Reply.problem(422, "report_unreadable");
        if (now == Mood.CONFLICT) return Reply.problem(409, "document_id_conflict");
        var before = reports.putIfAbsent(matcher.group(1), body);
        if (before != null && !Arrays.equals(before, body)) return Reply.problem(409, "document_id_conflict");
        if (before == null) cover(matcher.group(1), query == null ? "" : query.replaceFirst("^reservation=", ""));
        if (now == Mood.SILENT_AFTER_REPORT) return Reply.NONE;
        var digest = now == Mood.WRONG_DIGEST ? "0".repeat(64) : Sha256.of(body).hex();
        return new Reply(before == null ? 201 : 200, Map.of("documentId", matcher.group(1), "sha256", digest));
    }

    /** A report that no open reservation covers is stored, and marked. */
    private void cover(String document, String reservation) {
        var open = !reservation.isEmpty()
                && reservations.replace(UUID.fromString(reservation), Reservation.OPEN, Reservation.CONSUMED);
        reservationOfReport.put(document, open ? reservation : "");
    }

    /** Documents that no licence covers. */
    synchronized long uncovered() {
        return reservationOfReport.values().stream().filter(String::isEmpty).count();
    }

    synchronized long count(Reservation state) {
        return reservations.values().stream().filter(state::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
