package dev.portolan.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** Starts the embedded server with our settings on a data directory, and makes it ask everybody for a password. */
final class Cluster {

    private static final Duration START = Duration.ofSeconds(60);

    private final PostgresOptions options;
    private final SuperuserAccess access;

    Cluster(PostgresOptions options) {
        this.options = options;
        this.access = new SuperuserAccess(options.dataDirectory());
    }

    /** Returns the running server. */
    EmbeddedPostgres start() throws IOException {
        Files.createDirectories(options.dataDirectory().toAbsolutePath().getParent());
        PostgresServer.stopLeftRunning(options.dataDirectory());
        requireFree();
        var embedded = builder().start();
        try {
            requireStarted(embedded);
            access.secure(embedded.getPort());
        } catch (IOException | RuntimeException e) {
            embedded.close();
            throw e;
        }
        return embedded;
    }

    SuperuserAccess access() {
        return access;
    }

    private EmbeddedPostgres.Builder builder() throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(options.dataDirectory())
                .setPort(options.port())
                .setCleanDataDirectory(!options.durable())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(options.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(options.log().toFile()))
                .setConnectConfig("password", access.password());
        settings().forEach(builder::setServerConfig);
        options.settings().forEach(builder::setServerConfig);
        options.binaries().ifPresent(builder::setPgBinaryResolver);
        options.unpackTo().ifPresent(directory -> builder.setOverrideWorkingDirectory(directory.toFile()));
        return builder;
    }

    private Map<String, String> settings() {
        var durable = options.durable() ? "on" : "off";
        return Map.of(
                "fsync", durable,
                "synchronous_commit", durable,
                "full_page_writes", durable,
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "max_connections", "200");
    }

    private void requireFree() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            throw new IOException("port " + options.port() + " is taken", e);
        }
    }

    /** The library takes any server that answers on the port for its own; pg_ctl knows whether ours started. */
    private void requireStarted(EmbeddedPostgres embedded) throws IOException {
        try {
            if (embedded.getProcess().waitFor() != 0) {
                throw new IOException("PostgreSQL did not start, see " + options.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }
}
