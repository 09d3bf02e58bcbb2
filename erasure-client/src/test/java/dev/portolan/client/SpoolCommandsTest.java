package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.FakeService.Mood;
import dev.portolan.client.FakeService.Reservation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with the spool beside erasing: looked at, sent, filled with licences, moved. */
class SpoolCommandsTest {

    private FakeService service;
    private Workbench bench;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        service = new FakeService();
        bench = new Workbench(directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void oneReportWaits() {
        service.be(Mood.WILLING, 1, Mood.OFFLINE);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(4);
        service.be(Mood.WILLING);
    }

    private int spool(String... more) {
        return bench.run(bench.with(service, "spool", more));
    }

    @Test
    void theSpoolIsShownWithoutAskingTheService() {
        assertThat(spool()).isZero();
        assertThat(bench.said()).contains("Nothing waits.");
        oneReportWaits();
        service.calls.clear();
        assertThat(spool()).isZero();
        assertThat(bench.said()).contains("Drive Eraser - PC Edition", "report waits to be delivered");
        spool("--language", "de");
        assertThat(bench.said()).contains("Bericht wartet auf Zustellung");
        assertThat(service.calls).isEmpty();
    }

    @Test
    void whatWaitsIsSentWithTheSettingsKeptInTheSpool() {
        oneReportWaits();
        assertThat(bench.send()).isZero();
        assertThat(bench.said()).contains("One report was delivered.");
        assertThat(bench.send()).isZero();
        assertThat(bench.said()).contains("No report was delivered.");
        assertThat(service.reports).hasSize(1);
    }

    @Test
    void licencesReservedAheadCarryOverATimeWithoutConnection() {
        assertThat(bench.run(bench.with(service, "reserve", "--count", "3"))).isZero();
        assertThat(bench.said()).contains("3 licenses are reserved ahead");
        assertThat(service.remaining).isEqualTo(97);
        service.be(Mood.OFFLINE);
        assertThat(bench.simulate(bench.cloud(service), 2)).as(bench.said()).isZero();
        assertThat(bench.said()).contains("Using licenses that were reserved ahead", "2 reports wait");

        service.be(Mood.WILLING);
        assertThat(bench.send()).isZero();
        assertThat(service.count(Reservation.CONSUMED)).isEqualTo(2);
        assertThat(service.count(Reservation.OPEN)).as("still ahead").isEqualTo(1);
        assertThat(bench.run(bench.with(service, "reserve", "--return"))).isZero();
        assertThat(service.remaining).isEqualTo(98);
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void withoutConnectionAndWithoutLicencesItSaysHowToGoOn() {
        service.be(Mood.OFFLINE);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(4);
        assertThat(bench.simulate(bench.cloud(service), 1, "--offline")).isZero();
        assertThat(bench.said()).contains("One report waits");
    }

    @Test
    void movedToThePortalItTakesItsSpoolAlong() throws IOException {
        oneReportWaits();
        try (var portal = new FakeService()) {
            portal.reservations.putAll(service.reservations);
            var settings = bench.portal(portal, "CODE-1").toString();
            assertThat(bench.run("reconfigure", settings, "--spool", bench.spool.toString()))
                    .as(bench.said())
                    .isZero();
            assertThat(portal.reports).hasSize(1);
            assertThat(portal.count(Reservation.CONSUMED)).isEqualTo(1);
            assertThat(portal.uncovered()).isZero();
            assertThat(bench.run("simulate", "--spool", bench.spool.toString())).isZero();
            assertThat(portal.reports).hasSize(2);
            assertThat(portal.clients).as("still the same client").isEqualTo(service.clients);
        }
        assertThat(service.reports).isEmpty();
    }

    @Test
    void anEnvironmentThatDoesNotTakeTheClientChangesNothing() {
        oneReportWaits();
        var wrong = bench.portal(service, "CODE-9").toString();
        assertThat(bench.run("reconfigure", wrong, "--spool", bench.spool.toString()))
                .isEqualTo(3);
        assertThat(bench.spooled()).contains("report.xml");
        assertThat(bench.send()).isZero();
        assertThat(service.calls).last().isEqualTo("POST /reports");
    }

    @Test
    void reportsGoOutAsAnotherUserOnlyWhenAPersonSaysSo() {
        oneReportWaits();
        var other = bench.settings(Map.of(
                        "environment",
                        "portal",
                        "endpoint",
                        service.endpoint(),
                        "user",
                        "berta@example.com",
                        "enrolmentCode",
                        "CODE-1"))
                .toString();
        assertThat(bench.run("reconfigure", other, "--spool", bench.spool.toString()))
                .isEqualTo(2);
        bench.typed = Optional.of("no");
        assertThat(bench.run("reconfigure", other, "--spool", bench.spool.toString()))
                .isEqualTo(6);
        assertThat(service.reports).isEmpty();
        assertThat(bench.run("reconfigure", other, "--yes", "--spool", bench.spool.toString()))
                .isZero();
        assertThat(service.reports).hasSize(1);
    }

    @Test
    void loadIsMeasuredCallByCallAndRefusalsAreCountedByTheirCodes() {
        service.remaining = 20;
        assertThat(bench.run(bench.with(service, "load", "--clients", "2", "--seconds", "1")))
                .as(bench.said())
                .isZero();
        assertThat(bench.said()).contains("reserve", "report", "p50 ms", "p95 ms", "p99 ms");
        assertThat(bench.said()).contains("refused: reserve licence_exhausted");
        assertThat(service.reports).hasSize(20);
        assertThat(service.clients).hasSize(2);
        assertThat(bench.run(bench.with(service, "load", "--clients", "1", "--seconds", "1", "--json")))
                .isEqualTo(3);
        assertThat(Json.text(Json.read(bench.said().strip().getBytes()).path("refused"), "reserve licence_exhausted"))
                .isNotEmpty();
    }
}
