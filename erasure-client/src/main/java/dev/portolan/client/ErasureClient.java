package dev.portolan.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The erasure client's command line; {@link ExitCode} says how it ends. */
@Command(name = "portolan client", version = ClientIdentity.VERSION)
@SuppressWarnings("UnusedVariable") // picocli acts on the options
public final class ErasureClient {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--version", versionHelp = true, descriptionKey = "help.client.version")
    private boolean version;

    private ErasureClient() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    static int run(Surroundings surroundings, String... arguments) {
        var texts = Texts.of(List.of(arguments), surroundings.locale());
        return commands(surroundings, texts).execute(arguments);
    }

    static CommandLine commands(Surroundings surroundings, Texts texts) {
        var commands = new CommandLine(new ErasureClient())
                .addSubcommand(new Erase(surroundings, texts))
                .addSubcommand(new Simulate(surroundings, texts))
                .addSubcommand(new SpoolList(surroundings, texts))
                .addSubcommand(new Send(surroundings, texts))
                .addSubcommand(new Reserve(surroundings, texts))
                .addSubcommand(new Reconfigure(surroundings, texts))
                .addSubcommand(new LoadCommand(surroundings, texts))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(texts));
        Help.explain(commands, texts);
        return commands;
    }
}
