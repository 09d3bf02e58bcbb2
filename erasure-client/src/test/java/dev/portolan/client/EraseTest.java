package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.FakeService.Mood;
import dev.portolan.client.FakeService.Reservation;
import dev.portolan.client.file.FakeSystem;
import dev.portolan.report.Erasure;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.ReportIndex;
import dev.portolan.report.ReportKind;
import dev.portolan.report.signature.EnvironmentKey;
import dev.portolan.report.signature.SignatureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the real file system, above a plain hard disk that the test makes up where it needs one. */
class EraseTest {

    private FakeService service;
    private Workbench bench;
    private FakeSystem system;
    private Path letter;
    private Path photo;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        service = new FakeService();
        bench = new Workbench(directory).withKey();
        system = FakeSystem.withHardDisk(directory.resolve("system"));
        bench.root = system.root;
        letter = Files.writeString(directory.resolve("letter & more.txt"), "secret ".repeat(1_000));
        photo = Files.write(directory.resolve("photo.jpg"), new byte[2_500_000]);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private int erase(Object... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "erase",
                        "--settings",
                        bench.cloud(service),
                        "--spool",
                        bench.spool,
                        "--password-env",
                        "SECRET"),
                Stream.of(more));
        return bench.run(arguments.map(Object::toString).toArray(String[]::new));
    }

    private ReportDocument report() {
        assertThat(service.reports).hasSize(1);
        return ReportDocument.parse(service.reports.values().iterator().next());
    }

    @Test
    void filesAreGoneAndOneReportSaysSoAndUsesOneLicence() {
        assertThat(erase("--yes", "--standard", "dod", letter, photo))
                .as(bench.said())
                .isZero();
        assertThat(letter).doesNotExist();
        assertThat(photo).doesNotExist();
        assertThat(bench.said()).contains("Erased: " + letter, "Erased: " + photo, "Every byte was read back");
        assertThat(service.count(Reservation.CONSUMED)).isEqualTo(1);
        assertThat(service.remaining).isEqualTo(99);
        assertThat(bench.spooled()).isEmpty();

        var index = ReportIndex.of(report());
        assertThat(index.kind()).isEqualTo(ReportKind.FILE);
        assertThat(index.state()).isEqualTo(ErasureState.ERASED);
        assertThat(index.standards()).containsExactly("DoD 5220.22-M");
        assertThat(index.simulated()).isFalse();
        assertThat(index.erasurePerson()).isEqualTo(FakeService.USER);
        assertThat(Erasure.of(report()))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.successful()).isTrue());
        assertThat(Erasure.of(report()).getFirst().target().value("model")).contains(letter.toString());
    }

    @Test
    void whatIsKeptIsOverwrittenToTheEndOfItsLastBlock() throws IOException {
        assertThat(erase("--yes", "--keep", letter)).as(bench.said()).isZero();
        var left = Files.readAllBytes(letter);
        assertThat(left.length).isGreaterThanOrEqualTo(7_000);
        assertThat(left).containsOnly(0);
    }

    @Test
    void aSolidStateDriveIsRefusedAndNothingHappens() throws IOException {
        system.set("sda", "queue/rotational", "0");
        assertThat(erase("--yes", letter)).isEqualTo(5);
        assertThat(bench.said()).contains("Refused: " + letter, "The drive is solid-state", "--accept-limits");
        assertThat(Files.readString(letter)).startsWith("secret");
        assertThat(service.calls).isEmpty();
    }

    @Test
    void acceptedLimitsAreTheExceptionsOfTheReport() throws IOException {
        system.set("sda", "queue/rotational", "0");
        var other = Files.createLink(letter.resolveSibling("other name"), letter);
        assertThat(erase("--yes", "--accept-limits", letter)).as(bench.said()).isZero();
        assertThat(bench.said()).contains("Erased with exceptions: " + letter).doesNotContain("\nErased: ");
        assertThat(ReportIndex.of(report()).state()).isEqualTo(ErasureState.ERASED_WITH_EXCEPTIONS);
        assertThat(ReportIndex.of(report()).exceptionMessages())
                .hasSize(2)
                .anyMatch(each -> each.startsWith("The drive is solid-state"))
                .anyMatch(each -> each.contains("hard links"));
        assertThat(Files.readString(other)).doesNotContain("secret");
    }

    @Test
    void onTheMachineAsItIsTheTruthIsSaid() {
        bench.root = Path.of("/");
        var code = erase("--yes", "--accept-limits", letter);
        assertThat(code).as(bench.said()).isZero();
        var state = ReportIndex.of(report()).state();
        assertThat(state).isIn(ErasureState.ERASED, ErasureState.ERASED_WITH_EXCEPTIONS);
        assertThat(bench.said()).contains(state == ErasureState.ERASED ? "Erased: " : "Erased with exceptions: ");
    }

    @Test
    void oneRefusedFileDoesNotStopTheOthersButIsToldByTheExitCode() {
        assertThat(erase("--yes", letter, photo.getParent(), letter.resolveSibling("none")))
                .isEqualTo(5);
        assertThat(letter).doesNotExist();
        assertThat(bench.said()).contains("This is a directory", "There is no such file");
        assertThat(Erasure.of(report())).hasSize(1);
    }

    @Test
    void aFileNamedTwiceIsErasedOnce() {
        assertThat(erase("--yes", photo, photo.getParent().resolve("./photo.jpg")))
                .isZero();
        assertThat(Erasure.of(report())).hasSize(1);
    }

    @Test
    void itAsksFirst() throws IOException {
        assertThat(erase(letter)).isEqualTo(2);
        assertThat(bench.said()).contains("Confirm with --yes");
        bench.typed = Optional.of("no");
        assertThat(erase(letter)).isEqualTo(6);
        assertThat(bench.said()).contains("Nothing was touched");
        assertThat(Files.readString(letter)).startsWith("secret");
        assertThat(service.calls).isEmpty();
        bench.typed = Optional.of(" Yes ");
        assertThat(erase(letter)).isZero();
        assertThat(letter).doesNotExist();
    }

    @Test
    void withoutALicenceNothingIsErased() {
        service.remaining = 0;
        assertThat(erase("--yes", letter)).isEqualTo(3);
        assertThat(bench.said()).contains("No licenses are left");
        service.remaining = 5;
        service.be(Mood.OFFLINE);
        assertThat(erase("--yes", letter)).isEqualTo(4);
        service.be(Mood.READ_ONLY);
        assertThat(erase("--yes", letter)).isEqualTo(3);
        assertThat(bench.said()).contains("https://new.example/v1/client", "portolan client reconfigure");
        assertThat(letter).exists();
    }

    @Test
    void offlineTheReportWaitsAndIsCoveredWhenItIsSent() {
        service.be(Mood.OFFLINE);
        assertThat(erase("--yes", "--offline", letter)).isZero();
        assertThat(letter).doesNotExist();
        assertThat(bench.said()).contains("One report waits");
        assertThat(service.calls).isEmpty();

        service.be(Mood.WILLING);
        assertThat(bench.send()).isZero();
        assertThat(service.reports).hasSize(1);
        assertThat(service.count(Reservation.CONSUMED)).isEqualTo(1);
    }

    @Test
    void whatNothingCoversIsDeliveredAllTheSameAndMarked() {
        assertThat(erase("--yes", "--offline", letter)).isZero();
        service.remaining = 0;
        assertThat(bench.send()).as(bench.said()).isZero();
        assertThat(bench.said()).contains("One report is covered by no license");
        assertThat(service.reports).hasSize(1);
        assertThat(service.uncovered()).isEqualTo(1);
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void theReportIsSignedWithTheClientsOwnKey() throws IOException {
        Files.delete(bench.spool.resolve("signing-key.pem"));
        erase("--yes", letter);
        var key = EnvironmentKey.read(bench.spool.resolve("signing-key.pem").toString());
        var report = service.reports.values().iterator().next();
        assertThat(key.check().check(report).overall()).isInstanceOf(SignatureState.Verified.class);
    }

    @Test
    void theStandardsAreListedAndOthersRefused() {
        assertThat(bench.run("erase", "--standard", "list")).isZero();
        assertThat(bench.said()).contains("nist-clear", "NIST 800-88 Clear", "BSI-VSITR", "7 passes", "HMG IS5");
        assertThat(erase("--standard", "hope", letter)).isEqualTo(2);
        assertThat(erase()).isEqualTo(2);
        assertThat(List.of(letter, photo)).allSatisfy(file -> assertThat(file).exists());
    }
}
