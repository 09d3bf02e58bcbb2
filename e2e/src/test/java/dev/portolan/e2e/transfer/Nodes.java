package dev.portolan.e2e.transfer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Apps as processes of their own, which can be killed. */
final class Nodes implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    /** @param haltAt the fault point at which a {@link HaltingCloud} dies, or nothing */
    Process start(Class<?> main, String haltAt, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhalt.at=" + haltAt,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(arguments);
        try {
            var log = Files.createTempFile("killed-", ".log").toFile();
            log.deleteOnExit();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log))
                    .directory(new File("."))
                    .start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
