package dev.portolan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a piece of work costs: time, CPU time of this process and of the database server, bytes of WAL. */
final class Meter {
    private static final double NANOS = 1e9;
    /** Where utime, stime, cutime and cstime begin after the name (man 5 proc). */
    private static final int UTIME = 11;

    private static final int TICKS_PER_SECOND = 100;

    private final JdbcTemplate superuser;
    private final Path postmaster;

    Meter(JdbcTemplate superuser) {
        this.superuser = superuser;
        this.postmaster = Path.of(superuser.queryForObject("show data_directory", String.class), "postmaster.pid");
    }

    /** The cost of one piece of work. */
    record Cost(double seconds, double cpuSeconds, long walBytes) {}

    /** Does the work and measures it; a checkpoint is made before, outside the measurement. */
    Cost measure(Runnable work) {
        superuser.execute("checkpoint");
        var lsn = Objects.requireNonNull(superuser.queryForObject("select pg_current_wal_lsn()::text", String.class));
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / NANOS;
        return new Cost(seconds, cpuSeconds() - cpu, walSince(lsn));
    }

    private long walSince(String lsn) {
        var bytes = superuser.queryForObject(
                "select pg_wal_lsn_diff(pg_current_wal_lsn(), cast(? as pg_lsn))::bigint", Long.class, lsn);
        return bytes == null ? 0 : bytes;
    }

    private double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS + serverSeconds();
    }

    /** Of the server's main process, of its living children and of those that have ended; Linux only, else 0. */
    private double serverSeconds() {
        try {
            long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
            var main = ProcessHandle.of(pid).orElseThrow();
            long ticks = Stream.concat(Stream.of(main), main.children())
                    .mapToLong(process -> ticks(process.pid(), process.pid() == pid))
                    .sum();
            return (double) ticks / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long ticks(long pid, boolean withEnded) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = UTIME; i < UTIME + (withEnded ? 4 : 2); i++) ticks += Long.parseLong(fields[i]);
            return ticks;
        } catch (IOException gone) {
            return 0;
        }
    }
}
