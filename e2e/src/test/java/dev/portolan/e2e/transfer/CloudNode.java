package dev.portolan.e2e.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node of the Cloud as a process of its own. */
final class CloudNode implements AutoCloseable {
    final int port = BothApps.freePort();
    private final Process process;
    private final Path log;

    /**
     * @param stallAt the fault point at which it waits to be killed
     * @param stallOf while it works for this company
     * @param more arguments
     */
    CloudNode(BothApps apps, String stallAt, Company stallOf, String... more) throws IOException {
        log = Files.createTempFile("cloud-node-", ".log");
        log.toFile().deleteOnExit();
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=" + port);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstall.at=" + stallAt,
                "-Dstall.of=" + stallOf.companyId(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HaltingCloud.class.getName()));
        command.addAll(apps.cloudArguments(arguments.toArray(String[]::new)));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    /** By SIGKILL; once it is dead. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said last, for a failing test's message. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
