package dev.portolan.client;

import dev.portolan.report.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the client keeps on disk: its identity, the Portal's token, and one directory for every erasure that is not
 * settled. Each step is durable before the next one is taken, so that after a kill the next start knows enough.
 * Belongs to one user and one running client at a time.
 */
final class Spool implements AutoCloseable {

    private static final String DONE = ".done";

    private final Path directory;
    private final FileChannel lock;
    private final Clock clock;
    private final ClientIdentity client;

    private Spool(Path directory, FileChannel lock, Clock clock, ClientIdentity client) {
        this.directory = directory;
        this.lock = lock;
        this.clock = clock;
        this.client = client;
    }

    static Spool open(Path directory, String user, Clock clock) throws UsageFault {
        try {
            DurableFile.createDirectories(directory.resolve("erasures"));
            DurableFile.createDirectories(directory.resolve("refused"));
            var lock = lock(directory);
            if (lock == null) throw new UsageFault("spool.in-use", directory);
            var spool = new Spool(directory, lock, clock, identity(directory));
            spool.sweep();
            spool.belongTo(user);
            return spool;
        } catch (IOException e) {
            throw new UsageFault("spool.unusable", directory, e.toString());
        }
    }

    private static @Nullable FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }

    private static ClientIdentity identity(Path directory) throws IOException {
        var file = directory.resolve("client.json");
        if (!Files.exists(file)) {
            var fresh = new ClientIdentity(UUID.randomUUID(), hostName());
            DurableFile.write(file, Json.bytes(fresh.asJson()));
        }
        var json = Json.read(Files.readAllBytes(file));
        try {
            return new ClientIdentity(UUID.fromString(Json.text(json, "id")), Json.text(json, "name"));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "bench";
        }
    }

    /** Reports must not reach another company, so a spool that holds some serves only their user. */
    private void belongTo(String user) throws IOException, UsageFault {
        var file = directory.resolve("user.json");
        var owner = Files.exists(file) ? Json.text(Json.read(Files.readAllBytes(file)), "user") : user;
        if (!owner.equalsIgnoreCase(user) && !left().isEmpty()) {
            close();
            throw new UsageFault("spool.of-another-user", directory, owner);
        }
        DurableFile.write(file, Json.bytes(Map.of("user", user)));
    }

    ClientIdentity client() {
        return client;
    }

    Path directory() {
        return directory;
    }

    /** To be written before the licence is asked for. */
    SpooledErasure begin(String product, String quantity) {
        var key = UUID.randomUUID();
        var name = "%013d-%s".formatted(clock.millis(), key);
        var erasure = new SpooledErasure(
                directory.resolve("erasures").resolve(name), key, product, quantity, Optional.empty());
        onDisk(() -> {
            DurableFile.createDirectories(erasure.directory());
            DurableFile.write(erasure.erasureFile(), erasure.asJson());
            DurableFile.sync(erasure.directory().getParent());
        });
        return erasure;
    }

    SpooledErasure reserved(SpooledErasure erasure, UUID reservation) {
        var reserved = erasure.with(reservation);
        onDisk(() -> DurableFile.write(reserved.erasureFile(), reserved.asJson()));
        return reserved;
    }

    /** To be written before the report is sent. */
    void finished(SpooledErasure erasure, byte[] report) {
        onDisk(() -> DurableFile.write(erasure.reportFile(), report));
    }

    /** Settled: acknowledged, released or never reserved. Renamed first, so that a kill leaves no half of it. */
    void settled(SpooledErasure erasure) {
        var done = erasure.directory().resolveSibling(erasure.directory().getFileName() + DONE);
        onDisk(() -> {
            Files.move(erasure.directory(), done, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.sync(done.getParent());
            delete(done);
        });
    }

    /** Sets a report aside that the service will never take, with the reason beside it; it is never deleted. */
    void refused(SpooledErasure erasure, Problem problem) {
        var aside = directory.resolve("refused").resolve(erasure.directory().getFileName());
        onDisk(() -> {
            DurableFile.write(
                    erasure.directory().resolve("reason.json"),
                    Json.bytes(Map.of("status", problem.status(), "code", problem.code(), "detail", problem.detail())));
            Files.move(erasure.directory(), aside, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.sync(aside.getParent());
        });
    }

    /** What is not settled, oldest first. */
    List<SpooledErasure> left() throws UsageFault {
        var erasures = new ArrayList<SpooledErasure>();
        for (var each : children(directory.resolve("erasures"))) {
            var file = each.resolve("erasure.json");
            try {
                if (Files.exists(file)) erasures.add(SpooledErasure.of(each, Files.readAllBytes(file)));
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageFault("spool.unusable", directory, file);
            }
        }
        return erasures;
    }

    int waitingReports() throws UsageFault {
        return Math.toIntExact(left().stream().filter(SpooledErasure::hasReport).count());
    }

    /** The token that this very enrolment code was exchanged for; a new settings file means a new enrolment. */
    Optional<String> token(Settings.Portal portal) {
        var kept = Json.read(readIfThere(directory.resolve("token.json")));
        var same = Json.text(kept, "endpoint").equals(portal.endpoint().toString())
                && Json.text(kept, "user").equalsIgnoreCase(portal.user())
                && Json.text(kept, "code").equals(digest(portal.enrolmentCode()));
        return same ? Optional.of(Json.text(kept, "token")) : Optional.empty();
    }

    void keepToken(Settings.Portal portal, String token) {
        var content = Json.bytes(Map.of(
                "endpoint", portal.endpoint().toString(),
                "user", portal.user(),
                "code", digest(portal.enrolmentCode()),
                "token", token));
        onDisk(() -> DurableFile.write(directory.resolve("token.json"), content));
    }

    private static String digest(String code) {
        return Sha256.of(code.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static byte[] readIfThere(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was settled, and directories in which nothing was written yet when the client was killed. */
    private void sweep() throws IOException {
        for (var each : children(directory.resolve("erasures"))) {
            var empty = !Files.exists(each.resolve("erasure.json"));
            if (empty || each.getFileName().toString().endsWith(DONE)) delete(each);
        }
    }

    private static void delete(Path directory) throws IOException {
        for (var each : children(directory)) Files.delete(each);
        Files.delete(directory);
    }

    private static List<Path> children(Path directory) {
        try (var children = Files.list(directory)) {
            return children.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        onDisk(lock::close);
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private static void onDisk(DiskWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
