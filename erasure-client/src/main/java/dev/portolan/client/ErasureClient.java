package dev.portolan.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The erasure client's command line. Ends with 0 ok, 2 usage, 3 refused by the service, 4 service unreachable. */
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
                .addSubcommand(new Simulate(surroundings, texts))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(texts));
        Help.explain(commands, texts);
        return commands;
    }
}
