package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import dev.portolan.client.disk.LocalDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory to run the client in, with what it said and how long it would have waited. */
final class Workbench {

    final Path directory;
    final Path spool;
    final List<Duration> pauses = new ArrayList<>();
    /** What is typed at questions; empty where there is no terminal. */
    Optional<String> typed = Optional.empty();

    Disk disk = new LocalDisk();
    Path root = Path.of("/");
    private static final byte[] KEY = SigningKey.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Workbench(Path directory) {
        this.directory = directory;
        this.spool = directory.resolve("spool");
    }

    /** A key that was made before, since to make one takes a second. */
    Workbench withKey() throws IOException {
        Files.createDirectories(spool);
        Files.write(spool.resolve("signing-key.pem"), KEY);
        return this;
    }

    Path cloud(FakeService service) {
        return settings(Map.of("environment", "cloud", "endpoint", service.endpoint(), "user", FakeService.USER));
    }

    Path portal(FakeService service, String code) {
        return settings(Map.of(
                "environment",
                "portal",
                "endpoint",
                service.endpoint() + "/",
                "user",
                FakeService.USER,
                "enrolmentCode",
                code));
    }

    Path settings(Map<String, String> content) {
        try {
            return Files.write(directory.resolve("settings.json"), Json.bytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int simulate(Path settings, int devices, String... more) {
        return run(simulating(settings, devices, more));
    }

    String[] simulating(Path settings, int devices, String... more) {
        var arguments = Stream.of(
                "simulate",
                "--settings",
                settings.toString(),
                "--devices",
                "" + devices,
                "--spool",
                spool.toString(),
                "--password-env",
                "SECRET");
        return Stream.concat(arguments, Stream.of(more)).toArray(String[]::new);
    }

    int send() {
        return run("send", "--spool", spool.toString(), "--password-env", "SECRET");
    }

    /** With the settings of the Cloud, whatever the spool was configured with. */
    int send(FakeService service) {
        return run(with(service, "send"));
    }

    String[] with(FakeService service, String command, String... more) {
        var common = Stream.of(
                command,
                "--settings",
                cloud(service).toString(),
                "--spool",
                spool.toString(),
                "--password-env",
                "SECRET");
        return Stream.concat(common, Stream.of(more)).toArray(String[]::new);
    }

    int run(String... arguments) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var surroundings = new Surroundings(
                out,
                out,
                name -> name.equals("SECRET") ? Optional.of(FakeService.PASSWORD) : Optional.empty(),
                prompt -> Optional.empty(),
                prompt -> typed,
                Locale.ENGLISH,
                false,
                Clock.systemUTC(),
                pauses::add,
                new Patience(3, Duration.ofMillis(1), Duration.ofSeconds(20)),
                disk,
                root);
        return ErasureClient.run(surroundings, arguments);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    List<String> spooled() {
        return files("erasures");
    }

    List<String> setAside() {
        return files("refused");
    }

    private List<String> files(String part) {
        if (!Files.exists(spool.resolve(part))) return List.of();
        try (var files = Files.walk(spool.resolve(part))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
