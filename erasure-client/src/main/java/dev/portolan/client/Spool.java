package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import dev.portolan.report.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the client keeps on disk: its identity, its settings, the Portal's token, its signing key, and what is not settled.
 * Belongs to one user and one running client at a time.
 */
final class Spool implements AutoCloseable {

    private final Path directory;
    private final Disk disk;
    private final AutoCloseable lock;
    private final ClientIdentity client;
    private final Erasures erasures;

    private Spool(Path directory, Disk disk, AutoCloseable lock, ClientIdentity client, Erasures erasures) {
        this.directory = directory;
        this.disk = disk;
        this.lock = lock;
        this.client = client;
        this.erasures = erasures;
    }

    static Spool open(Path directory, Disk disk, Clock clock) throws UsageFault {
        try {
            var erasures = new Erasures(directory, disk, clock);
            disk.createDirectories(directory);
            var lock = disk.lock(directory.resolve("lock"));
            if (lock.isEmpty()) throw new UsageFault("spool.in-use", directory);
            erasures.prepare();
            return new Spool(directory, disk, lock.get(), identity(directory, disk), erasures);
        } catch (IOException e) {
            throw new UsageFault("spool.unusable", directory, e.toString());
        }
    }

    private static ClientIdentity identity(Path directory, Disk disk) throws IOException {
        var file = directory.resolve("client.json");
        if (!Files.exists(file)) {
            var fresh = new ClientIdentity(UUID.randomUUID(), hostName());
            disk.write(file, Json.bytes(fresh.asJson()));
        }
        var json = Json.read(Files.readAllBytes(file));
        try {
            return new ClientIdentity(UUID.fromString(Json.text(json, "id")), Json.text(json, "name"));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "bench";
        }
    }

    ClientIdentity client() {
        return client;
    }

    Erasures erasures() {
        return erasures;
    }

    Path directory() {
        return directory;
    }

    /** Where it was configured to; what is left there goes to this environment. */
    Optional<Settings> settings() throws UsageFault {
        var file = settingsFile();
        return Files.exists(file) ? Optional.of(SettingsFile.read(file)) : Optional.empty();
    }

    private Path settingsFile() {
        return directory.resolve("settings.json");
    }

    /** Reports must not reach another company, so a spool that holds some serves only their user. */
    void belongTo(Settings settings) throws UsageFault {
        var kept = settings();
        var sameUser = kept.isPresent() && kept.get().user().equalsIgnoreCase(settings.user());
        if (sameUser) return;
        if (kept.isPresent() && !erasures.left().isEmpty())
            throw new UsageFault("spool.of-another-user", directory, kept.get().user());
        configure(settings);
    }

    /** From now on everything goes there, what lies in the spool too. */
    void configure(Settings settings) {
        DiskWork.run(disk, on -> on.write(settingsFile(), SettingsFile.bytes(settings)));
    }

    /** The token that this very enrolment code was exchanged for; a new settings file means a new enrolment. */
    Optional<String> token(Settings.Portal portal) {
        var kept = Json.read(readIfThere(directory.resolve("token.json")));
        var same = Json.text(kept, "endpoint").equals(portal.endpoint().toString())
                && Json.text(kept, "user").equalsIgnoreCase(portal.user())
                && Json.text(kept, "code").equals(digest(portal.enrolmentCode()));
        return same ? Optional.of(Json.text(kept, "token")) : Optional.empty();
    }

    void keepToken(Settings.Portal portal, String token) {
        var content = Json.bytes(Map.of(
                "endpoint", portal.endpoint().toString(),
                "user", portal.user(),
                "code", digest(portal.enrolmentCode()),
                "token", token));
        DiskWork.run(disk, on -> on.write(directory.resolve("token.json"), content));
    }

    /** The client's own key, made once. */
    SigningKey signingKey() {
        var file = directory.resolve("signing-key.pem");
        if (!Files.exists(file)) DiskWork.run(disk, on -> on.write(file, SigningKey.fresh()));
        return new SigningKey(file);
    }

    private static String digest(String code) {
        return Sha256.of(code.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static byte[] readIfThere(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
