package dev.portolan.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of an app, which can be killed, held and started again. */
final class Node implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(20);
    private static final String DONE = "ok ";
    /** As the system says that a process died of signal 9. */
    private static final int KILLED = 128 + 9;

    private final String name;
    private final List<String> command;
    private final Path log;
    private final int commandPort;
    private final URI health;
    private @Nullable Process process;

    Node(String name, List<String> command, Path log, int commandPort, int managementPort) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
        this.commandPort = commandPort;
        this.health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    synchronized void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new CrashFailure("cannot start " + name, e);
        }
    }

    /**
     * Ends it at once, and starts it again without waiting for it.
     *
     * @return whether it was alive and died of the signal
     */
    synchronized boolean killAndRestart() {
        boolean died = kill();
        start();
        return died;
    }

    /** SIGKILL; says whether it was alive and died of that. */
    synchronized boolean kill() {
        if (process == null) return false;
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) throw new CrashFailure(name + " survives a SIGKILL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive() && process.exitValue() == KILLED;
    }

    /** Stops all of its threads (SIGSTOP) until {@link #goOn}. */
    synchronized void hold() {
        signal("-STOP");
    }

    synchronized void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        if (process == null) return;
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new CrashFailure("cannot send " + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitHealth() {
        if (!Poll.until(START, () -> healthy() || !alive()) || !alive())
            throw new CrashFailure(name + " did not start; its last words are in " + log);
    }

    private synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    boolean healthy() {
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

    /**
     * Has it carry out a command of its control port.
     *
     * @return what it answers
     * @throws CrashFailure unless it has done so
     */
    String tell(String words) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), commandPort)) {
            line.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
            var answer =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8)).readLine();
            if (answer == null || !answer.startsWith(DONE))
                throw new CrashFailure(name + ", told " + words + ": " + answer);
            return answer.substring(DONE.length());
        } catch (IOException e) {
            throw new CrashFailure("cannot tell " + name + " to " + words, e);
        }
    }

    /** Sets its clock ahead by so much, or back; says whether the app now takes that for the time. */
    boolean jump(Duration ahead) {
        var theirs = Instant.parse(tell("clock " + ahead.toMillis()));
        return Duration.between(Instant.now().plus(ahead), theirs).abs().compareTo(CLOCKS_AGREE) < 0;
    }

    @Override
    public void close() {
        kill();
    }
}
