package dev.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.postgres.App;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole system with both apps as processes. */
@Tag("system")
class DemoSystemTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    private static final Path IMAGES = Path.of("target", "run").toAbsolutePath();

    private static final DemoUser ANNA =
            new DemoUser("Anna", "anna@partner.example", "secret", "Harbour IT", "partner", "manager", "cloud");

    @TempDir
    private Path state;

    private final List<String> loads = new ArrayList<>();

    @Test
    void anAppThatWasKilledStartsAgainAndASecondStartKeepsTheData() throws Exception {
        var options = DemoOptions.forTests(state, data()).withImages(IMAGES);
        try (var system = DemoSystem.start(options, Progress.SILENT)) {
            assertThat(statusOf(system.cloud())).isEqualTo(200);
            assertThat(statusOf(system.portal())).isEqualTo(200);
            system.killCloud();
            assertThat(statusOf(system.cloud())).isZero();
            assertThat(statusOf(system.portal())).isEqualTo(200);
            system.startCloud();
            assertThat(statusOf(system.cloud())).isEqualTo(200);
            assertAccessFileTellsTheSame(system);
        }
        assertThat(state.resolve("access.json")).doesNotExist();
        assertThat(options.ports().takenAfter(SOON)).isEmpty();

        try (var again = DemoSystem.start(options.withFresh(false), Progress.SILENT)) {
            assertThat(statusOf(again.cloud())).isEqualTo(200);
            assertThat(loads).hasSize(1);
        }
    }

    @Test
    void theAppsEndWhenTheirParentIsKilledAndTheNextStartTakesOver() throws Exception {
        var ports = Ports.free();
        var parent = new ProcessBuilder(
                        Jvm.JAVA,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        state.toString(),
                        String.valueOf(ports.from()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = parent.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
        }
        parent.destroyForcibly().waitFor();

        var options = DemoOptions.forTests(state, data())
                .withImages(IMAGES)
                .withPorts(ports)
                .withFresh(false);
        try (var system = DemoSystem.start(options, Progress.SILENT)) {
            assertThat(statusOf(system.cloud())).isEqualTo(200);
            assertThat(loads).isEmpty();
        }
        assertThat(ports.takenAfter(SOON)).isEmpty();
    }

    private void assertAccessFileTellsTheSame(DemoSystem system) throws IOException {
        var access = JsonMapper.builder().build().readTree(Files.readString(state.resolve("access.json")));
        assertThat(access.propertyNames()).containsExactlyInAnyOrder("cloud", "portal", "inbox", "users");
        assertThat(access.get("cloud").asString()).isEqualTo(system.cloud().toString());
        assertThat(access.get("inbox").asString()).isEqualTo(system.inboxPage().toString());
        var user = access.get("users").get(0);
        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder("name", "email", "password", "company", "kind", "role", "environment");
        assertThat(user.get("email").asString()).isEqualTo("anna@partner.example");
        assertThat(system.environmentOf(App.CLOUD)).containsEntry("PORTOLAN_DB_USER", "cloud_app");
    }

    private DemoData data() {
        return new DemoData() {
            @Override
            public List<DemoUser> users() {
                return List.of(ANNA);
            }

            @Override
            public void load(DemoTarget target) {
                loads.add(target.cloud().name());
            }
        };
    }

    /** The status of the sign-in page, 0 if nobody answers. */
    private static int statusOf(URI app) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(app + "/sign-in")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** A program that starts the system, says "ready" and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            var options = DemoOptions.forTests(Path.of(arguments[0]), DemoData.NONE)
                    .withImages(IMAGES)
                    .withPorts(new Ports(Integer.parseInt(arguments[1])));
            DemoSystem.start(options, Progress.SILENT);
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }
}
