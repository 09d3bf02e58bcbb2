package dev.portolan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of a demo, made at its first start and kept in a file that only its owner may read. */
final class Secrets {

    private static final String COMMENT = "Made at the first start of the demo. Throw it away together with the data.";

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        }
    }

    /** The secret of this name, 32 random bytes in Base64; made at the first call. */
    String get(String name) throws IOException {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var made = Base64.getEncoder().encodeToString(bytes);
        values.setProperty(name, made);
        save();
        return made;
    }

    private void save() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newBufferedWriter(file)) {
            values.store(out, COMMENT);
        }
    }
}
