package dev.portolan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.client.disk.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private Workbench bench;

    @BeforeEach
    void start(@TempDir Path directory) {
        bench = new Workbench(directory);
    }

    @Test
    void theHelpExplainsEveryOptionInBothLanguages() {
        assertThat(bench.run("simulate", "--help")).isZero();
        assertThat(bench.said())
                .contains("Usage: portolan client simulate", "marked as simulated", "Options:", "Show this help.")
                .contains("--settings=FILE", "--devices=N", "--product=NAME", "--password-env=VAR", "--rate=N")
                .contains("--spool=DIR", "--language=en|de", "Ends with", "  4  the service cannot be reached");
        assertThat(bench.run("simulate", "--help", "--language", "de")).isZero();
        assertThat(bench.said())
                .contains(
                        "Aufruf: portolan client simulate", "Die Berichte sind als simuliert", "Optionen:", "Endet mit")
                .doesNotContain("Usage", "Options", "Show");
        assertThat(bench.run("--language=de", "--help")).isZero();
        assertThat(bench.said()).contains("Der Lösch-Client", "Befehle:", "simulate");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(bench.run()).isEqualTo(2);
        assertThat(bench.said()).contains("Please name a command.");
        assertThat(bench.run("simulate")).isEqualTo(2);
        assertThat(bench.said()).contains("Name a settings file with --settings");
        assertThat(bench.run("simulate", "--settings", "x", "--faster")).isEqualTo(2);
        assertThat(bench.said()).contains("Unknown argument: --faster");
        assertThat(bench.run("simulate", "--settings", "x", "--devices", "many", "--language", "de"))
                .isEqualTo(2);
        assertThat(bench.said()).contains("Der Wert für --devices ist nicht möglich: many");
        assertThat(bench.run("simulate", "--settings", "x", "--devices", "-1")).isEqualTo(2);
        assertThat(bench.run("simulate", "--settings", "x", "--rate", "0")).isEqualTo(2);
        assertThat(bench.run("simulate", "--settings", "x", "--language", "fr")).isEqualTo(2);
        assertThat(bench.said()).contains("--language");
    }

    @Test
    void aSettingsFileThatIsNoneIsExplained() throws IOException {
        assertThat(bench.simulate(bench.directory.resolve("none.json"), 1)).isEqualTo(2);
        assertThat(bench.said()).contains("cannot be read");
        assertInvalid(
                Map.of("environment", "moon", "endpoint", "http://127.0.0.1:1/x", "user", "a@b.c"), "environment");
        assertInvalid(Map.of("environment", "cloud", "endpoint", "file:///etc", "user", "a@b.c"), "endpoint");
        assertInvalid(Map.of("environment", "cloud", "endpoint", "not an address", "user", "a@b.c"), "endpoint");
        assertInvalid(Map.of("environment", "cloud", "endpoint", "http://127.0.0.1:1/x"), "user");
        assertInvalid(
                Map.of("environment", "portal", "endpoint", "http://127.0.0.1:1/x", "user", "a@b.c"), "enrolmentCode");
        var noJson = Files.writeString(bench.directory.resolve("no.json"), "<xml/>");
        assertThat(bench.simulate(noJson, 1)).isEqualTo(2);
    }

    private void assertInvalid(Map<String, String> settings, String field) {
        assertThat(bench.simulate(bench.settings(settings), 1)).isEqualTo(2);
        assertThat(bench.said()).contains("\"" + field + "\"");
    }

    @Test
    void withoutAPasswordItSaysHowToGiveOne() throws IOException {
        try (var service = new FakeService()) {
            var settings = bench.cloud(service).toString();
            var spool = bench.spool.toString();
            assertThat(bench.run("simulate", "--settings", settings, "--spool", spool))
                    .isEqualTo(2);
            assertThat(bench.said()).contains("--password-env");
            assertThat(bench.run("simulate", "--settings", settings, "--spool", spool, "--password-env", "NOT_SET"))
                    .isEqualTo(2);
            assertThat(bench.said()).contains("NOT_SET");
        }
    }

    @Test
    void aSpoolServesOneClientAndOneUser() throws Exception {
        try (var service = new FakeService();
                var spool = Spool.open(bench.spool, new LocalDisk(), Clock.systemUTC())) {
            spool.belongTo(SettingsFile.read(bench.cloud(service)));
            assertThat(bench.simulate(bench.cloud(service), 1)).isEqualTo(2);
            assertThat(bench.said()).contains("Another client is using the spool");
            spool.erasures().begin(Work.SIMULATION, "Removable Media Eraser", "1");
        }
        var other = bench.settings(
                Map.of("environment", "cloud", "endpoint", "http://127.0.0.1:1/x", "user", "berta@example.com"));
        assertThat(bench.simulate(other, 0)).isEqualTo(2);
        assertThat(bench.said()).contains("holds erasures of anna@example.com");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var english = Texts.in(Locale.ENGLISH).bundle().keySet();
        assertThat(Texts.in(Locale.GERMAN).bundle().keySet()).isEqualTo(english);
        assertThat(english)
                .allSatisfy(key -> assertThat(Texts.in(Locale.GERMAN).plain(key))
                        .isNotEqualTo(Texts.in(Locale.ENGLISH).plain(key)));
    }
}
