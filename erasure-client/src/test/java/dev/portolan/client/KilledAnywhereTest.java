package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.FakeService.Mood;
import dev.portolan.client.FakeService.Reservation;
import dev.portolan.client.disk.LocalDisk;
import dev.portolan.client.file.FakeSystem;
import dev.portolan.report.Erasure;
import dev.portolan.report.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client ends before every single step that changes the disk, the run that mends it does too, and then all is well:
 * every report arrives once, every licence is used or returned, and what happened to a file is what its report says.
 */
@Timeout(600)
class KilledAnywhereTest {

    private static final String SECRET = "secret ".repeat(2_000);

    @TempDir
    Path directory;

    private interface Scene {
        void run(Workbench bench, FakeService service) throws IOException;
    }

    /** Ends the scene before each of its steps, mends it (ending that too), and asks whether all is well. */
    private int everywhere(Scene before, Scene scene, Scene then) throws Exception {
        for (int step = 0; ; step++) {
            try (var service = new FakeService()) {
                var bench = new Workbench(Files.createDirectory(directory.resolve("step-" + step))).withKey();
                bench.root = FakeSystem.withHardDisk(bench.directory.resolve("system")).root;
                before.run(bench, service);
                var killed = end(step, bench, service, scene);
                end(step % 11, bench, service, (mending, with) -> mending.send(with));
                bench.disk = new LocalDisk();
                service.be(Mood.WILLING);
                for (int again = 0; again < 2; again++) {
                    assertThat(bench.send(service))
                            .as("after step %d: %s", step, bench.said())
                            .isZero();
                    then.run(bench, service);
                    assertThat(bench.spooled()).as("after step %d", step).isEmpty();
                    assertThat(service.count(Reservation.OPEN))
                            .as("after step %d", step)
                            .isZero();
                    assertThat(service.remaining + service.count(Reservation.CONSUMED))
                            .as("after step %d", step)
                            .isEqualTo(100);
                }
                if (!killed) return step;
            }
        }
    }

    private static boolean end(int step, Workbench bench, FakeService service, Scene scene) throws Exception {
        var disk = new HaltingDisk(step);
        bench.disk = disk;
        return disk.run(() -> {
            try {
                scene.run(bench, service);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void simulatedDevices() throws Exception {
        var steps = everywhere(
                (bench, service) -> {},
                (bench, service) -> bench.simulate(bench.cloud(service), 1),
                (bench, service) ->
                        assertThat(service.count(Reservation.CONSUMED)).isEqualTo(service.reports.size()));
        assertThat(steps).isGreaterThan(15);
    }

    @Test
    void files() throws Exception {
        var steps = everywhere(
                (bench, service) -> {
                    Files.writeString(bench.directory.resolve("a"), SECRET);
                    Files.writeString(bench.directory.resolve("b"), SECRET);
                },
                (bench, service) -> erase(bench, service),
                (bench, service) -> {
                    truthIsSaid(bench, service);
                    assertThat(service.count(Reservation.CONSUMED)).isEqualTo(service.reports.size());
                });
        assertThat(steps).isGreaterThan(40);
    }

    @Test
    void filesWithoutConnectionOnLicencesReservedAhead() throws Exception {
        everywhere(
                (bench, service) -> {
                    Files.writeString(bench.directory.resolve("a"), SECRET);
                    Files.writeString(bench.directory.resolve("b"), SECRET);
                    bench.run(bench.with(service, "reserve", "--product", "File Eraser"));
                    service.be(Mood.OFFLINE);
                },
                (bench, service) -> erase(bench, service),
                (bench, service) -> {
                    truthIsSaid(bench, service);
                    assertThat(service.uncovered()).isZero();
                    bench.run(bench.with(service, "reserve", "--return"));
                });
    }

    private static void erase(Workbench bench, FakeService service) {
        bench.run(bench.with(
                service,
                "erase",
                "--yes",
                bench.directory.resolve("a").toString(),
                bench.directory.resolve("b").toString()));
    }

    /** Each file is as it was and not mentioned, or gone and erased, or mentioned as not erased. */
    private static void truthIsSaid(Workbench bench, FakeService service) throws IOException {
        assertThat(service.reports.size()).isLessThanOrEqualTo(1);
        var said = said(service);
        for (var name : new String[] {"a", "b"}) {
            var file = bench.directory.resolve(name);
            var state = said.getOrDefault(file.toString(), "nothing");
            switch (state) {
                case "nothing" -> assertThat(Files.readString(file)).isEqualTo(SECRET);
                case "Successful" -> assertThat(file).doesNotExist();
                default -> assertThat(state).isEqualTo("Failed");
            }
        }
        try (var files = Files.list(bench.directory)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .as("no file is left under another name")
                    .isSubsetOf("a", "b", "spool", "system", "settings.json");
        }
    }

    private static Map<String, String> said(FakeService service) {
        return service.reports.values().stream()
                .map(ReportDocument::parse)
                .flatMap(report -> Erasure.of(report).stream())
                .collect(Collectors.toMap(each -> each.target().value("model").orElseThrow(), Erasure::stateText));
    }

    @Test
    void movingToThePortal() throws Exception {
        everywhere(
                (bench, service) -> {
                    service.be(Mood.WILLING, 1, Mood.OFFLINE);
                    bench.simulate(bench.cloud(service), 1);
                    service.be(Mood.WILLING);
                },
                (bench, service) -> bench.run(
                        "reconfigure", bench.portal(service, "CODE-1").toString(), "--spool", bench.spool.toString()),
                (bench, service) -> assertThat(service.reports).hasSize(1));
    }
}
