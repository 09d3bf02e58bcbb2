package dev.portolan.bench;

import dev.portolan.cloud.CloudApp;
import dev.portolan.demo.Ports;
import dev.portolan.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A Cloud in a process of its own, with the settings of the demo, of which the memory can be watched. */
final class CloudProcess implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m", "--enable-native-access=ALL-UNNAMED");
    private static final Duration START = Duration.ofMinutes(5);
    private static final long BETWEEN = Duration.ofMillis(20).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final Path log;

    private CloudProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static CloudProcess start(Database database) throws IOException {
        int port = Ports.free().cloud();
        var log = Files.createTempFile("cloud", ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CloudApp.class.getName()));
        command.addAll(Apps.arguments("cloud", database));
        command.add("--server.port=" + port);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var cloud = new CloudProcess(process, port, log);
        cloud.awaitStart();
        return cloud;
    }

    private void awaitStart() {
        Await.until(() -> listens() || !process.isAlive(), START, () -> "the Cloud did not start, see " + log);
        if (!process.isAlive()) throw new IllegalStateException("the Cloud has ended, see " + log);
    }

    private boolean listens() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asks for an export, throws the answer away, and says what it cost. */
    Map<String, Object> export(String format, String question, Firm firm) {
        long idle = residentMegabytes();
        var peak = new Peak();
        var watcher = Thread.ofPlatform().start(peak);
        long start = System.nanoTime();
        try {
            var answer = http.send(request(format, question, firm), HttpResponse.BodyHandlers.ofInputStream());
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

    private HttpRequest request(String format, String question, Firm firm) {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"xmlRequest\"\r\n\r\n<request><export-report>"
                + question + "</export-report></request>\r\n--limit--\r\n";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest-service/report/export/" + format))
                .header("Authorization", firm.authorization())
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static long discard(InputStream in) throws IOException {
        try (in) {
            return in.transferTo(OutputStream.nullOutputStream());
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
                LockSupport.parkNanos(BETWEEN);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
