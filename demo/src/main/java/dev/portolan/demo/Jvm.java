package dev.portolan.demo;

import dev.portolan.demo.child.WithParent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The command lines that start an app in a Java process of its own, which ends when ours does. */
final class Jvm {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String IN_FAT_JAR = "org.springframework.boot.loader.launch.JarLauncher";
    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");

    private Jvm() {}

    /** Starts the app up to the point where it would serve, and leaves a cache of all it has loaded. */
    static List<String> training(AppImage image) throws IOException {
        return command(
                QUICK,
                List.of("-XX:AOTCacheOutput=" + image.cache(), "-Dspring.context.exit=onRefresh"),
                image.extractedJar(),
                image,
                image.mainClass());
    }

    static List<String> running(AppImage image, StartMode mode) throws IOException {
        return switch (mode) {
            case CACHED ->
                command(
                        QUICK,
                        List.of("-XX:AOTCache=" + image.cache(), "-Xlog:aot=off", "-Xlog:cds=off"),
                        image.extractedJar(),
                        image,
                        image.mainClass());
            case EXTRACTED -> command(QUICK, List.of(), image.extractedJar(), image, image.mainClass());
            case PLAIN -> command(List.of(), List.of(), image.jar(), image, IN_FAT_JAR);
        };
    }

    private static List<String> command(
            List<String> tuning, List<String> more, Path jar, AppImage image, String mainClass) throws IOException {
        var command = new ArrayList<String>();
        command.add(JAVA);
        command.addAll(tuning);
        command.addAll(more);
        command.addAll(Arrays.asList(
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-cp", jar + ":" + childJar(image)));
        command.addAll(Arrays.asList(WithParent.class.getName(), mainClass));
        return command;
    }

    /** A jar with the one class; always the same bytes, since the cache of classes knows the jars it was made from. */
    private static Path childJar(AppImage image) throws IOException {
        var file = image.images().resolve("child.jar");
        var bytes = new ByteArrayOutputStream();
        var name = WithParent.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(bytes);
                var in = WithParent.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing " + name);
            }
            var entry = new JarEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            jar.putNextEntry(entry);
            in.transferTo(jar);
        }
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes.toByteArray())) {
            Files.createDirectories(image.images());
            Files.write(file, bytes.toByteArray());
            Files.deleteIfExists(image.cache());
        }
        return file;
    }
}
