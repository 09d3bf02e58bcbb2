package dev.portolan.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * An app's jar laid out as files, and beside it the cache of classes that a training run leaves. Both are made again
 * when the jar is another one.
 */
public record AppImage(String app, Path home, Path images) {

    private static final String VERSION = "1.0.0-SNAPSHOT";

    /** The jar that the build makes. */
    public Path jar() {
        return home.resolve(app).resolve("target").resolve(app + "-" + VERSION + "-app.jar");
    }

    /** The app's own jar in the layout, with its libraries beside it. */
    public Path extractedJar() {
        return directory().resolve(jar().getFileName());
    }

    public Path cache() {
        return images.resolve(app + ".aot");
    }

    /** Lays the jar out, unless that has been done with the same one; says whether it had to. */
    public boolean extract() throws IOException {
        var stamp = images.resolve(app + ".stamp");
        var wanted = fingerprint() + " " + Runtime.version();
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return false;
        }
        Files.deleteIfExists(stamp);
        Files.deleteIfExists(cache());
        Directories.delete(directory());
        Files.createDirectories(images);
        run(List.of(
                Jvm.JAVA, "-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", directory() + ""));
        Files.writeString(stamp, wanted);
        return true;
    }

    public boolean needsTraining() {
        return !Files.exists(cache());
    }

    /** What tells one build of the jar from another; the build gives all of them the same date. */
    String fingerprint() throws IOException {
        if (!Files.exists(jar())) {
            throw new DemoFailure("not built: " + jar() + " is missing; run ./portolan demo");
        }
        var sum = new CRC32();
        try (var file = new JarFile(jar().toFile())) {
            file.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return Long.toHexString(sum.getValue());
    }

    /** The class whose main method starts the app. */
    String mainClass() throws IOException {
        try (var file = new JarFile(extractedJar().toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    private Path directory() {
        return images.resolve(app);
    }

    private void run(List<String> command) throws IOException {
        var log = images.resolve(app + "-extract.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new DemoFailure("could not extract " + jar() + ", see " + log);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
