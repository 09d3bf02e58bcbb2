package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One directory for every erasure that is not settled. Each step is durable before the next one is taken, so that after a
 * kill the next start knows enough.
 */
final class Erasures {

    private static final String DONE = ".done";

    private final Path open;
    private final Path aside;
    private final Disk disk;
    private final Clock clock;

    Erasures(Path spool, Disk disk, Clock clock) {
        this.open = spool.resolve("erasures");
        this.aside = spool.resolve("refused");
        this.disk = disk;
        this.clock = clock;
    }

    /** Removes what was settled, and directories in which nothing was written yet when the client was killed. */
    void prepare() throws IOException {
        disk.createDirectories(open);
        disk.createDirectories(aside);
        for (var each : children(open)) {
            var empty = !Files.exists(each.resolve("erasure.json"));
            if (empty || each.getFileName().toString().endsWith(DONE)) delete(each);
        }
    }

    /** To be written before the licence is asked for. */
    SpooledErasure begin(Work work, String product, String quantity) {
        var key = UUID.randomUUID();
        var name = "%013d-%s".formatted(clock.millis(), key);
        var erasure = new SpooledErasure(open.resolve(name), key, work, product, quantity, Optional.empty());
        DiskWork.run(disk, on -> {
            on.createDirectories(erasure.directory());
            on.write(erasure.erasureFile(), erasure.asJson());
            on.sync(open);
        });
        return erasure;
    }

    SpooledErasure reserved(SpooledErasure erasure, UUID reservation) {
        return rewritten(erasure.with(reservation));
    }

    /** The oldest licence reserved ahead for the product, now for this work. */
    Optional<SpooledErasure> take(Work work, String product, String quantity) throws UsageFault {
        return left().stream()
                .filter(each -> isAhead(each) && each.product().equals(product))
                .filter(each -> each.quantity().equals(quantity))
                .findFirst()
                .map(ahead -> rewritten(ahead.takenFor(work)));
    }

    private SpooledErasure rewritten(SpooledErasure erasure) {
        DiskWork.run(disk, on -> on.write(erasure.erasureFile(), erasure.asJson()));
        return erasure;
    }

    static boolean isAhead(SpooledErasure erasure) {
        return erasure.work() == Work.AHEAD && erasure.reservation().isPresent();
    }

    /** Keeps something of the erasure beside it, whole or not at all. */
    void keep(SpooledErasure erasure, String name, byte[] content) {
        DiskWork.run(disk, on -> on.write(erasure.directory().resolve(name), content));
    }

    /** To be written before the report is sent. */
    void finished(SpooledErasure erasure, byte[] report) {
        DiskWork.run(disk, on -> on.write(erasure.reportFile(), report));
    }

    /** Settled: acknowledged, released or never reserved. Renamed first, so that a kill leaves no half of it. */
    void settled(SpooledErasure erasure) {
        var done = erasure.directory().resolveSibling(erasure.directory().getFileName() + DONE);
        DiskWork.run(disk, on -> {
            on.move(erasure.directory(), done);
            on.sync(open);
            delete(done);
        });
    }

    /** Sets a report aside that the service will never take, with the reason beside it; it is never deleted. */
    void refused(SpooledErasure erasure, Problem problem) {
        var reason = Json.bytes(Map.of("status", problem.status(), "code", problem.code(), "detail", problem.detail()));
        DiskWork.run(disk, on -> {
            on.write(erasure.reasonFile(), reason);
            on.move(erasure.directory(), aside.resolve(erasure.directory().getFileName()));
            on.sync(aside);
            on.sync(open);
        });
    }

    /** What is not settled, oldest first. */
    List<SpooledErasure> left() throws UsageFault {
        return in(open);
    }

    /** What the service will never take, oldest first. */
    List<SpooledErasure> setAside() throws UsageFault {
        return in(aside);
    }

    int waitingReports() throws UsageFault {
        return Math.toIntExact(left().stream().filter(SpooledErasure::hasReport).count());
    }

    private static List<SpooledErasure> in(Path directory) throws UsageFault {
        var erasures = new ArrayList<SpooledErasure>();
        for (var each : children(directory)) {
            var file = each.resolve("erasure.json");
            try {
                if (Files.exists(file)) erasures.add(SpooledErasure.of(each, Files.readAllBytes(file)));
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageFault("spool.unusable", directory, file);
            }
        }
        return erasures;
    }

    private void delete(Path directory) throws IOException {
        for (var each : children(directory)) disk.delete(each);
        disk.delete(directory);
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (var children = Files.list(directory)) {
            return children.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
