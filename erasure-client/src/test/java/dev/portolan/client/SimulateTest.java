package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.FakeService.Mood;
import dev.portolan.client.FakeService.Reservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a service that speaks the protocol over HTTP. */
class SimulateTest {

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

    @Test
    void everyErasureUsesOneLicenceAndBringsOneReport() {
        assertThat(bench.simulate(bench.cloud(service), 3)).as(bench.said()).isZero();

        assertThat(service.reports).hasSize(3);
        assertThat(service.count(Reservation.CONSUMED)).isEqualTo(3);
        assertThat(service.remaining).isEqualTo(97);
        assertThat(bench.spooled()).isEmpty();
        assertThat(bench.said()).contains("3 of 3 devices erased, 3 reports acknowledged");
        assertThat(service.calls.subList(0, 2)).containsExactly("POST /reservations", "POST /reports");
    }

    @Test
    void theClientKeepsItsIdentityAndItsPace() {
        bench.simulate(bench.cloud(service), 2, "--rate", "0.1");
        bench.simulate(bench.cloud(service), 1);
        assertThat(service.clients).hasSize(1);
        assertThat(bench.pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofNanos(1), Duration.ofSeconds(10)));
    }

    @Test
    void thePortalEnrolsTheClientOnceAndTheTokenIsForItsOwnerOnly() throws IOException {
        assertThat(bench.simulate(bench.portal(service, "CODE-1"), 1)).isZero();
        assertThat(bench.simulate(bench.portal(service, "CODE-1"), 1)).isZero();

        assertThat(service.calls).filteredOn("POST /enrolments"::equals).hasSize(1);
        assertThat(service.reports).hasSize(2);
        var token = bench.spool.resolve("token.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(token)).doesNotContain("CODE-1");
    }

    @Test
    void aNewSettingsFileEnrolsAgainAndAUsedCodeIsRefused() {
        bench.simulate(bench.portal(service, "CODE-1"), 1);
        service.tokens.clear();
        assertThat(bench.simulate(bench.portal(service, "CODE-1"), 1)).isEqualTo(3);
        assertThat(bench.said()).contains("download a new settings file");
        assertThat(bench.simulate(bench.portal(service, "CODE-2"), 1)).isZero();
        assertThat(bench.simulate(bench.portal(service, "CODE-3"), 1)).isEqualTo(3);
        assertThat(bench.said()).contains("enrolment_code_used");
    }

    @Test
    void withoutLicencesNothingIsErased() {
        service.remaining = 2;
        assertThat(bench.simulate(bench.cloud(service), 5)).isEqualTo(3);
        assertThat(service.reports).hasSize(2);
        assertThat(bench.spooled()).isEmpty();
        assertThat(bench.said()).contains("No licenses are left", "2 of 5");

        assertThat(bench.simulate(bench.cloud(service), 1, "--language", "de")).isEqualTo(3);
        assertThat(bench.said()).contains("keine Lizenzen mehr vorhanden");
        assertThat(bench.simulate(bench.cloud(service), 1, "--product", "Unheard of"))
                .isEqualTo(3);
        assertThat(bench.said()).contains("does not know this product");
    }

    @Test
    void aReadOnlyAccountNamesTheNewEndpoint() {
        service.be(Mood.READ_ONLY);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(3);
        assertThat(bench.said()).contains("New endpoint: https://new.example/v1/client");
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void whatWasReservedBeforeTheMoveIsReportedAfterIt() throws IOException {
        service.be(Mood.WILLING, 1, Mood.READ_ONLY);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(3);
        assertThat(bench.said()).contains("https://new.example/v1/client", "One report waits in the spool");
        assertThat(bench.spooled()).containsExactly("erasure.json", "report.xml");

        try (var portal = new FakeService()) {
            portal.reservations.putAll(service.reservations);
            assertThat(bench.simulate(bench.portal(portal, "CODE-1"), 0)).isZero();
            assertThat(portal.reports).hasSize(1);
            assertThat(portal.count(Reservation.CONSUMED)).isEqualTo(1);
        }
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void offlineTheReportWaitsAndOnlineItIsSentFirst() {
        service.be(Mood.WILLING, 3, Mood.OFFLINE);
        assertThat(bench.simulate(bench.cloud(service), 5)).isEqualTo(4);
        assertThat(service.reports).hasSize(1);
        assertThat(bench.spooled()).containsExactly("erasure.json", "report.xml");
        assertThat(bench.said()).contains("cannot be reached", "One report waits");
        assertThat(bench.simulate(bench.cloud(service), 5)).isEqualTo(4);

        service.be(Mood.WILLING);
        service.calls.clear();
        assertThat(bench.simulate(bench.cloud(service), 1)).isZero();
        assertThat(service.calls).containsExactly("POST /reports", "POST /reservations", "POST /reports");
        assertThat(service.reports).hasSize(3);
        assertThat(service.count(Reservation.OPEN)).isZero();
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void aServerErrorIsTriedAgain() {
        service.be(Mood.BROKEN, 2, Mood.WILLING);
        assertThat(bench.simulate(bench.cloud(service), 1)).isZero();
        assertThat(bench.pauses).containsExactly(Duration.ofMillis(1), Duration.ofMillis(2));
    }

    @Test
    void aFrozenAccountIsAskedAgainAfterTheTimeItNames() {
        service.be(Mood.FROZEN, 3, Mood.WILLING);
        assertThat(bench.simulate(bench.cloud(service), 1)).isZero();
        assertThat(bench.pauses).hasSize(3).containsOnly(Duration.ofSeconds(2));

        service.be(Mood.FROZEN);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(4);
        assertThat(bench.said()).contains("being moved to the new environment");
    }

    @Test
    void aLicenceOfUnknownFateIsReturned() {
        service.be(Mood.OFFLINE);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(4);
        assertThat(bench.spooled()).containsExactly("erasure.json");

        service.be(Mood.WILLING);
        assertThat(bench.simulate(bench.cloud(service), 0)).isZero();
        assertThat(bench.said()).contains("One unused license was returned.");
        assertThat(service.remaining).isEqualTo(100);
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void anAcknowledgementOfOtherBytesIsNone() {
        service.be(Mood.WILLING, 1, Mood.WRONG_DIGEST);
        assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(4);
        assertThat(bench.said()).contains("other bytes");
        assertThat(bench.spooled()).contains("report.xml");

        service.be(Mood.WILLING);
        assertThat(bench.simulate(bench.cloud(service), 0)).isZero();
        assertThat(service.reports).hasSize(1);
    }

    @Test
    void aReportThatIsNeverTakenIsSetAsideAndTheNextOnesGoOn() {
        service.be(Mood.CONFLICT, 2, Mood.WILLING);
        assertThat(bench.simulate(bench.cloud(service), 3)).isEqualTo(3);
        assertThat(service.reports).hasSize(2);
        assertThat(bench.spooled()).isEmpty();
        assertThat(bench.setAside()).containsExactly("erasure.json", "reason.json", "report.xml");
    }

    @Test
    void aWrongPasswordIsRefused() {
        var settings = bench.settings(
                Map.of("environment", "cloud", "endpoint", service.endpoint(), "user", "berta@example.com"));
        assertThat(bench.simulate(settings, 1)).isEqualTo(3);
        assertThat(bench.said()).contains("does not accept the sign-in");
    }
}
