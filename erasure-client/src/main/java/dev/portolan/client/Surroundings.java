package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import dev.portolan.client.disk.LocalDisk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the program gets from outside.
 *
 * @param environment the value of an environment variable
 * @param hiddenInput asks at the terminal without showing what is typed; empty where there is no terminal
 * @param input asks at the terminal; empty where there is none
 * @param root where the system's {@code /proc} and {@code /sys} are
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Function<String, Optional<String>> environment,
        Function<String, Optional<String>> hiddenInput,
        Function<String, Optional<String>> input,
        Locale locale,
        boolean terminal,
        Clock clock,
        Pause pause,
        Patience patience,
        Disk disk,
        Path root) {

    @SuppressWarnings("SystemConsoleNull") // since Java 25 it is null again where there is no terminal
    static Surroundings ofThisProcess() {
        var console = System.console();
        var terminal = console != null && console.isTerminal();
        return new Surroundings(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                name -> Optional.ofNullable(System.getenv(name)),
                prompt -> terminal && console != null
                        ? Optional.ofNullable(console.readPassword("%s", prompt))
                                .map(String::new)
                        : Optional.empty(),
                prompt -> terminal && console != null
                        ? Optional.ofNullable(console.readLine("%s", prompt))
                        : Optional.empty(),
                Locale.getDefault(),
                terminal,
                Clock.systemUTC(),
                Thread::sleep,
                Patience.USUAL,
                new LocalDisk(),
                Path.of("/"));
    }
}
