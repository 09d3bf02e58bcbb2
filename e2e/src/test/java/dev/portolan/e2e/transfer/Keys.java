package dev.portolan.e2e.transfer;

import dev.portolan.demo.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Key and trust stores for both ends of the exchange, and of somebody whom neither of them knows. */
final class Keys {
    static final String PASSWORD = "changeit";

    private final KeyFiles ours;
    private final KeyFiles others;

    Keys() {
        try {
            var directory = Files.createTempDirectory("exchange-keys");
            ours = make(directory.resolve("ours"));
            others = make(directory.resolve("others"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of "cloud", "portal" or "stranger". */
    String store(String name) {
        return (name.equals("stranger") ? others.keyStore("cloud") : ours.keyStore(name)).toString();
    }

    String trust(String name) {
        return ours.trustStore(name).toString();
    }

    private static KeyFiles make(Path directory) throws IOException {
        var files = new KeyFiles(directory, PASSWORD);
        files.make(Instant.now());
        return files;
    }
}
