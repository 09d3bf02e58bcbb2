package dev.portolan.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process that runs on a data directory, whoever started it. */
record Postmaster(ProcessHandle process) {

    private static final int STOP_SECONDS = 60;

    /** The server that runs on the data directory now, if one does. */
    static Optional<Postmaster> on(Path dataDirectory) throws IOException {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        // The pid may belong to another program by now.
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(Postmaster::new);
    }

    /** Ends open sessions, writes what is in memory and waits until the process has gone. */
    void stop() throws IOException {
        // Java sends only SIGTERM, for which PostgreSQL waits until every client has left; SIGINT sends them away.
        new ProcessBuilder("sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitExit();
    }

    void awaitExit() throws IOException {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL did not stop, pid " + process.pid(), e);
        }
    }
}
