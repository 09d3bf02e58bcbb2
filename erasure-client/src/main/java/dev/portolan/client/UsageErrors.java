package dev.portolan.client;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what is wrong with the arguments. */
record UsageErrors(Texts texts) implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        var err = fault.getCommandLine().getErr();
        err.println(texts.say(sentence(fault)));
        err.println(texts.say(Text.of(
                "usage.see-help", fault.getCommandLine().getCommandSpec().qualifiedName())));
        return ExitCode.USAGE.number();
    }

    private static Text sentence(ParameterException fault) {
        return switch (fault) {
            case UnmatchedArgumentException unknown ->
                Text.of("usage.unknown", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing ->
                Text.of(
                        "usage.missing",
                        missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
            default -> wrong(fault);
        };
    }

    private static Text wrong(ParameterException fault) {
        if (fault.getArgSpec() == null) return Text.of("usage.no-command");
        var value = fault.getValue();
        return Text.of("usage.wrong-value", name(fault.getArgSpec()), value == null ? "" : value);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
