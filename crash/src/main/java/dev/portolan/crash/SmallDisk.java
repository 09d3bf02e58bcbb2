package dev.portolan.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A file system of its own for the Portal's reports, small enough to be filled up. It is a tmpfs, and mounting one takes a
 * superuser of the machine: where that is refused, {@link #refused} says so.
 */
final class SmallDisk implements AutoCloseable {
    private static final Duration SEEN = Duration.ofSeconds(60);
    private static final String FULL = "No space left on device";
    private static final int SPARE_MEGABYTES = 96;

    private final Server server;
    private final Path directory;
    private final String refused;

    private SmallDisk(Server server, Path directory, String refused) {
        this.server = server;
        this.directory = directory;
        this.refused = refused;
    }

    /** Nothing is mounted. */
    static SmallDisk none(Server server, Path directory) {
        return new SmallDisk(server, directory, "not mounted");
    }

    /** Mounts it, and moves the Portal's report tables onto it. */
    static SmallDisk mount(Server server, Path directory) {
        try {
            Files.createDirectories(directory);
            long megabytes = bytesOfReports(server) / (1 << 20) + SPARE_MEGABYTES;
            var why = run(
                    "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=777", "portolan-crash", directory + "");
            var disk = new SmallDisk(server, directory, why);
            if (!why.isEmpty()) return disk;
            // However the command ends, nothing stays mounted.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> unmount(directory)));
            Files.createDirectory(directory.resolve("tables"));
            disk.sql("create tablespace small location '" + directory.resolve("tables") + "'");
            disk.sql("grant create on tablespace small to public");
            disk.move("small");
            return disk;
        } catch (IOException e) {
            throw new CrashFailure("cannot make a small disk", e);
        }
    }

    /** Why there is none; empty where there is one. */
    String refused() {
        return refused;
    }

    /** Fills it up; the returned work waits until PostgreSQL has met the end of the disk, and frees it again. */
    Runnable fill() {
        var filler = directory.resolve("filler");
        try {
            long from = Files.size(server.log());
            try (var file = new RandomAccessFile(filler.toFile(), "rw")) {
                var block = new byte[1 << 16];
                while (true) file.write(block);
            } catch (IOException full) {
                return () -> {
                    boolean met = Poll.until(SEEN, () -> saysFull(from));
                    delete(filler);
                    if (!met) throw new CrashFailure("nobody met the end of the disk");
                };
            }
        } catch (IOException e) {
            throw new CrashFailure("cannot fill the disk", e);
        }
    }

    private boolean saysFull(long from) {
        try (var log = new RandomAccessFile(server.log().toFile(), "r")) {
            log.seek(from);
            var bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains(FULL);
        } catch (IOException e) {
            return false;
        }
    }

    private void move(String tablespace) {
        for (var table : List.of("report", "report_serial"))
            try (var connection = server.database().ownerDataSource().getConnection();
                    var call = connection.createStatement()) {
                call.execute("alter table " + table + " set tablespace " + tablespace);
            } catch (SQLException e) {
                throw new CrashFailure("cannot move a table to another disk", e);
            }
    }

    private static long bytesOfReports(Server server) {
        try (var connection = server.database().ownerDataSource().getConnection();
                var call = connection.createStatement();
                var rows = call.executeQuery(
                        "select pg_total_relation_size('report') + pg_total_relation_size('report_serial')")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new CrashFailure("cannot measure the reports", e);
        }
    }

    private void sql(String statement) {
        try (var connection = server.superuser();
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new CrashFailure("cannot " + statement, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CrashFailure("cannot free the disk", e);
        }
    }

    /** @return empty where it went well, else what was said */
    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        try {
            return process.waitFor() == 0 ? "" : said.isEmpty() ? command[0] + " failed" : said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() {
        if (!refused.isEmpty()) return;
        delete(directory.resolve("filler"));
        move("pg_default");
        sql("drop tablespace small");
        unmount(directory);
    }

    private static void unmount(Path directory) {
        try {
            run("umount", "--lazy", directory.toString());
        } catch (IOException e) {
            throw new CrashFailure("cannot unmount " + directory, e);
        }
    }
}
