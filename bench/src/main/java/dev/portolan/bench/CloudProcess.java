package dev.portolan.bench;

import dev.portolan.cloud.CloudApp;
import dev.portolan.postgres.Database;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A Cloud in a process of its own, with the settings of the demo, of which the memory can be watched. */
final class CloudProcess implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m", "--enable-native-access=ALL-UNNAMED");
    private static final Duration START = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private CloudProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static CloudProcess start(Database database) throws IOException {
        int port = freePort();
        var settings = Path.of(System.getProperty("portolan.home", ".."), "cloud/src/main/resources/application.yaml");
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CloudApp.class.getName()));
        command.addAll(List.of(
                "--spring.config.location=" + settings.toUri(),
                "--server.port=" + port,
                "--management.server.port=-1",
                "--portolan.secret=secret-of-the-bench-secret-of-the-bench",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user().role(),
                "--spring.datasource.password=" + database.user().password(),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile("cloud", ".log"))
                .start();
        var cloud = new CloudProcess(process, port);
        cloud.awaitStart();
        return cloud;
    }

    private void awaitStart() {
        long limit = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < limit && process.isAlive()) {
            try (var socket = new java.net.Socket("127.0.0.1", port)) {
                if (socket.isConnected()) return;
            } catch (ConnectException notYet) {
                pause();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        throw new IllegalStateException("the Cloud did not start");
    }

    /** Asks for an export, throws the answer away, and says what it cost. */
    Map<String, Object> export(String format, String question, LegacyUser user) {
        long idle = residentMegabytes();
        var peak = new Peak();
        var watcher = Thread.ofPlatform().start(peak);
        long start = System.nanoTime();
        try {
            var answer = http.send(request(format, question, user), HttpResponse.BodyHandlers.ofInputStream());
            long first = System.nanoTime() - start;
            long bytes = discard(answer.body());
            long all = System.nanoTime() - start;
            return result(answer.statusCode(), bytes, first, all, idle, peak);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            peak.done.set(true);
            watcher.interrupt();
        }
    }

    private static Map<String, Object> result(int status, long bytes, long first, long all, long idle, Peak peak) {
        var result = new LinkedHashMap<String, Object>();
        result.put("status", status);
        result.put("megabytes", bytes >> 20);
        result.put("first_byte_ms", TimeUnit.NANOSECONDS.toMillis(first));
        result.put("seconds", TimeUnit.NANOSECONDS.toMillis(all) / 1000.0);
        result.put("before_mb", idle);
        result.put("peak_mb", peak.megabytes);
        return result;
    }

    private HttpRequest request(String format, String question, LegacyUser user) {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"xmlRequest\"\r\n\r\n<request><export-report>"
                + question + "</export-report></request>\r\n--limit--\r\n";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest-service/report/export/" + format))
                .header("Authorization", user.authorization())
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static long discard(InputStream in) throws IOException {
        try (in) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** What of the process is in memory, as the system counts it. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            var line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Peak implements Runnable {
        private final AtomicBoolean done = new AtomicBoolean();
        private volatile long megabytes;

        @Override
        public void run() {
            while (!done.get()) {
                megabytes = Math.max(megabytes, residentMegabytes());
                pause();
            }
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
