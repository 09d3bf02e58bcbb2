package dev.portolan.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An app's process. Its standard input is a pipe that we never write to; when we die it closes, and the app ends. */
final class AppProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final String app;
    private final Path log;
    private final Process process;

    private AppProcess(String app, Path log, Process process) {
        this.app = app;
        this.log = log;
        this.process = process;
    }

    static AppProcess start(String app, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // What the caller's shell says about other servers must not reach the demo.
        builder.environment().keySet().removeIf(AppProcess::isForeignSetting);
        builder.environment().putAll(environment);
        return new AppProcess(app, log, builder.start());
    }

    /** Waits until the app says that it is healthy. */
    void awaitHealth(URI health) {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isHealthy(health)) {
            if (exited(Duration.ofMillis(50)) || System.nanoTime() > deadline) {
                throw new DemoFailure("the " + app + " did not start; its last words are in " + log);
            }
        }
    }

    /** Waits until the process has ended by itself, and says whether it ended well. */
    boolean awaitEnd() {
        return exited(START) && process.exitValue() == 0;
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process at once, as a power failure would. */
    void kill() {
        process.destroyForcibly();
        exited(STOP);
    }

    /** Asks the process to end, and ends it if it does not. */
    @Override
    public void close() {
        process.destroy();
        if (!exited(STOP)) {
            kill();
        }
    }

    private boolean exited(Duration wait) {
        try {
            return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while waiting for the " + app, e);
        }
    }

    private static boolean isHealthy(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isForeignSetting(String name) {
        return name.startsWith("PORTOLAN_") || name.startsWith("SPRING_") || name.equals("JAVA_TOOL_OPTIONS");
    }
}
