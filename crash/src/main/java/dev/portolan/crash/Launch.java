package dev.portolan.crash;

import dev.portolan.crash.child.CloudUnderTest;
import dev.portolan.crash.child.PortalUnderTest;
import dev.portolan.demo.AppImage;
import dev.portolan.postgres.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command lines of the apps: laid out as files, with a cache of loaded classes, since they are started often. */
record Launch(Path images, Path home) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Where a node of an app listens, and what it is called. */
    record Seat(String name, int httpPort, int managementPort, int commandPort) {
        static Seat of(String name) {
            return new Seat(name, FreePort.take(), FreePort.take(), FreePort.take());
        }
    }

    /** Lays the app out if its jar is another one than last time. */
    void prepare(App app, List<String> arguments, Path log) throws IOException {
        var image = image(app);
        image.extract();
        var ours = images.resolve(app.database() + ".child");
        var stamp = String.valueOf(Files.getLastModifiedTime(ownJar()));
        if (!image.needsTraining()
                && Files.exists(ours)
                && Files.readString(ours).equals(stamp)) return;
        Files.deleteIfExists(image.cache());
        train(app, arguments, log);
        Files.writeString(ours, stamp);
    }

    private void train(App app, List<String> arguments, Path log) throws IOException {
        var training = List.of("-XX:AOTCacheOutput=" + image(app).cache(), "-Dspring.context.exit=onRefresh");
        var process = new ProcessBuilder(command(app, training, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (image(app).needsTraining()) throw new CrashFailure("the training run of " + app + " failed, see " + log);
    }

    List<String> running(App app, Seat seat, int control, List<String> arguments) {
        return command(
                app,
                List.of(
                        "-XX:AOTCache=" + image(app).cache(),
                        "-Xlog:aot=off",
                        "-Xlog:cds=off",
                        "-Dcrash.node=" + seat.name(),
                        "-Dcrash.control=" + control,
                        "-Dcrash.port=" + seat.commandPort()),
                arguments);
    }

    private List<String> command(App app, List<String> more, List<String> arguments) {
        var command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        command.addAll(more);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                image(app).extractedJar() + ":" + ownJar(),
                switch (app) {
                    case CLOUD -> CloudUnderTest.class.getName();
                    case PORTAL -> PortalUnderTest.class.getName();
                }));
        command.addAll(arguments);
        return command;
    }

    private AppImage image(App app) {
        return new AppImage(app.database(), home, images);
    }

    private Path ownJar() {
        return home.resolve("crash/target/crash-1.0.0-SNAPSHOT.jar");
    }

    /** What every app is told, besides where it listens. */
    static List<String> arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
