package dev.portolan.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How to run a server.
 *
 * @param dataDirectory the cluster; made when it is not there yet
 * @param port on the loopback address; 0 takes a free one
 * @param durable whether what was committed survives a crash of the machine (fsync)
 * @param log the server's own log file
 * @param unpackTo where the server's programs are unpacked, or empty for the directory for temporary files
 * @param binaries which server to run, or empty for the newest one
 * @param settings further settings of postgresql.conf
 */
public record PostgresOptions(
        Path dataDirectory,
        int port,
        boolean durable,
        Path log,
        Optional<Path> unpackTo,
        Optional<PgBinaryResolver> binaries,
        Map<String, String> settings) {

    public PostgresOptions {
        settings = Map.copyOf(settings);
    }

    /** A durable server whose log and programs lie beside its data directory. */
    public static PostgresOptions durable(Path dataDirectory, int port) {
        var log = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
        return new PostgresOptions(dataDirectory, port, true, log, Optional.empty(), Optional.empty(), Map.of());
    }

    /** A server for tests: in a new directory that goes with it, on a free port, quick and forgetful. */
    public static PostgresOptions temporary() {
        // The library's own directory: it clears away there what tests that were killed have left.
        var dataDirectory =
                Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg", "portolan-" + UUID.randomUUID());
        return durable(dataDirectory, 0).withDurable(false);
    }

    /** The same with the server's log in this file. */
    public PostgresOptions withLog(Path file) {
        return new PostgresOptions(dataDirectory, port, durable, file, unpackTo, binaries, settings);
    }

    /** The same with the server's programs unpacked under this directory. */
    public PostgresOptions withUnpackTo(Path directory) {
        return new PostgresOptions(dataDirectory, port, durable, log, Optional.of(directory), binaries, settings);
    }

    /** The same with the server of this archive, see {@link BinariesFile}. */
    public PostgresOptions withBinaries(PgBinaryResolver other) {
        return new PostgresOptions(dataDirectory, port, durable, log, unpackTo, Optional.of(other), settings);
    }

    /** The same with fsync on or off. */
    public PostgresOptions withDurable(boolean on) {
        return new PostgresOptions(dataDirectory, port, on, log, unpackTo, binaries, settings);
    }
}
