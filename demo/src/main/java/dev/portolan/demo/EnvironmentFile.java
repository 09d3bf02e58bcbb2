package dev.portolan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment of a demo's Cloud as a file for a shell, so that its commands can be tried; only its owner reads it. */
record EnvironmentFile(Path file) {

    void write(Map<String, String> environment) throws IOException {
        if (!Files.exists(file))
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                environment.entrySet().stream()
                        .map(one -> one.getKey() + "='" + one.getValue().replace("'", "'\\''") + "'\n")
                        .collect(Collectors.joining()));
    }
}
