package dev.portolan.certificate.command;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Verifies transfer certificates and shows the key that signs them. */
@Command(
        name = "certificate",
        description = "Verifies transfer certificates offline, and shows the key that signs them.",
        subcommands = {VerifyCommand.class, KeyCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class CertificateCommand {
    static final int OK = 0;
    static final int NOT_VERIFIED = 1;
    static final int USAGE = 2;

    private CertificateCommand() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        System.exit(run(out, err, System.getenv(), arguments));
    }

    /** Runs the command and answers its exit code: 0 done, 1 does not verify, 2 wrongly called. */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        return new CommandLine(new CertificateCommand(), new Factory(environment))
                .setOut(out)
                .setErr(err)
                .setCommandName("./portolan certificate")
                .execute(arguments);
    }

    /** Hands the environment's variables to the commands. */
    private record Factory(Map<String, String> environment) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == VerifyCommand.class) return type.cast(new VerifyCommand(environment));
            if (type == KeyCommand.class) return type.cast(new KeyCommand(environment));
            return CommandLine.defaultFactory().create(type);
        }
    }
}
