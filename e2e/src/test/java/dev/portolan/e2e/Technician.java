package dev.portolan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the erasure client as a program of its own, with a spool of its own. */
final class Technician {
    static final int REFUSED = 3;

    private final Path settings;
    private final Path spool;
    private final String password;

    Technician(Path settings, Path spool, String password) {
        this.settings = settings;
        this.spool = spool;
        this.password = password;
    }

    /** With the settings of the Cloud, as a user of the company. */
    static Technician atTheCloud(String cloud, String email, String password) {
        try {
            var directory =
                    Files.createTempDirectory(Path.of("target"), "client").toAbsolutePath();
            var settings = Files.writeString(directory.resolve("settings.json"), """
                    {"environment":"cloud","endpoint":"%s/client/v1","user":"%s"}
                    """.formatted(cloud, email));
            return new Technician(settings, directory.resolve("spool"), password);
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Simulates the erasure of devices and asserts how the program ended; what it said is in the message. */
    void simulates(int devices, int exitCode) {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(List.of(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.portolan.client.ErasureClient",
                            "simulate",
                            "--settings",
                            settings.toString(),
                            "--devices",
                            String.valueOf(devices),
                            "--password-env",
                            "CLIENT_PASSWORD",
                            "--spool",
                            spool.toString()))
                    .redirectErrorStream(true);
            builder.environment().put("CLIENT_PASSWORD", password);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as("exit code after %s", said).isEqualTo(exitCode);
        } catch (IOException | InterruptedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
