package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.FakeService.Mood;
import dev.portolan.client.FakeService.Reservation;
import dev.portolan.report.Erasure;
import dev.portolan.report.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client as a process of its own, killed at the worst moments. */
@Timeout(600)
class KillTest {

    @Test
    void killedBetweenSendingAndAcknowledgement(@TempDir Path directory) throws Exception {
        try (var service = new FakeService()) {
            var bench = new Workbench(directory);
            service.be(Mood.SILENT_AFTER_REPORT);
            killOnceSilent(service, bench);
            assertThat(service.reports).hasSize(1);
            assertThat(bench.spooled()).containsExactly("erasure.json", "report.xml");

            service.be(Mood.WILLING);
            assertThat(process(bench.simulating(bench.cloud(service), 2), bench).waitFor())
                    .isZero();
            assertThat(service.reports).hasSize(3);
            assertThat(service.count(Reservation.CONSUMED)).isEqualTo(3);
            assertThat(service.remaining).isEqualTo(97);
            assertThat(bench.spooled()).isEmpty();
        }
    }

    @Test
    void killedBetweenReservingAndTheAnswer(@TempDir Path directory) throws Exception {
        try (var service = new FakeService()) {
            var bench = new Workbench(directory);
            service.be(Mood.SILENT_AFTER_RESERVATION);
            killOnceSilent(service, bench);
            assertThat(service.remaining).isEqualTo(99);
            assertThat(bench.spooled()).containsExactly("erasure.json");

            service.be(Mood.WILLING);
            assertThat(process(bench.simulating(bench.cloud(service), 1), bench).waitFor())
                    .isZero();
            assertThat(service.count(Reservation.RELEASED)).isEqualTo(1);
            assertThat(service.count(Reservation.CONSUMED)).isEqualTo(1);
            assertThat(service.count(Reservation.OPEN)).isZero();
            assertThat(service.remaining).isEqualTo(99);
            assertThat(bench.spooled()).isEmpty();
        }
    }

    @Test
    void killedInTheMiddleOfOverwriting(@TempDir Path directory) throws Exception {
        try (var service = new FakeService()) {
            var bench = new Workbench(directory).withKey();
            var file = Files.write(directory.resolve("big"), new byte[40_000_000]);
            var client = process(
                    bench.with(
                            service, "erase", "--yes", "--accept-limits", "--standard", "bsi-vsitr", file.toString()),
                    bench);
            while (firstByte(file) == 0) // the first pass writes zeros too, the second does not
            assertThat(client.waitFor(2, TimeUnit.MILLISECONDS))
                        .as("ended by itself")
                        .isFalse();
            client.destroyForcibly().waitFor();
            assertThat(service.reports).isEmpty();

            assertThat(bench.send()).as(bench.said()).isZero();
            assertThat(bench.said()).contains("An earlier run was interrupted");
            assertThat(service.reports).hasSize(1);
            assertThat(service.count(Reservation.CONSUMED)).isEqualTo(1);
            var erasure = Erasure.of(ReportDocument.parse(
                            service.reports.values().iterator().next()))
                    .getFirst();
            assertThat(erasure.successful()).isFalse();
            assertThat(erasure.failures()).singleElement().asString().contains("interrupted");
            assertThat(file).exists();
            assertThat(bench.spooled()).isEmpty();
        }
    }

    private static int firstByte(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read();
        }
    }

    private static void killOnceSilent(FakeService service, Workbench bench) throws Exception {
        var client = process(bench.simulating(bench.cloud(service), 1), bench);
        while (!service.isSilent()) {
            assertThat(client.isAlive()).as("the client ended by itself").isTrue();
            client.waitFor(20, TimeUnit.MILLISECONDS);
        }
        client.destroyForcibly().waitFor();
    }

    private static Process process(String[] arguments, Workbench bench) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ErasureClient.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(bench.directory.resolve("client.log").toFile());
        builder.environment().put("SECRET", FakeService.PASSWORD);
        return builder.start();
    }
}
