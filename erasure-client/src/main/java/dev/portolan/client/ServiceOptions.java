package dev.portolan.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which environment, as whom, and where what is not delivered lies. */
final class ServiceOptions {

    @Option(names = "--settings", descriptionKey = "help.option.settings", paramLabel = "FILE")
    @Nullable
    Path settings;

    @Option(names = "--spool", descriptionKey = "help.option.spool", paramLabel = "DIR")
    @Nullable
    Path spool;

    @Option(names = "--password-env", descriptionKey = "help.option.password-env", paramLabel = "VAR")
    @Nullable
    String passwordVariable;
}
