package dev.portolan.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands. */
@Command(
        name = "bench",
        description = "Measures on this machine what Portolan promises to be quick.",
        subcommands = {
            TransferBench.class,
            FreezeBench.class,
            CompaniesBench.class,
            DictionaryBench.class,
            LegacyBench.class,
            StartBench.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Bench()).execute(arguments);
    }
}
