package dev.portolan.client;

import picocli.CommandLine.Option;

/** What every command understands. */
@SuppressWarnings("UnusedVariable") // picocli acts on them
final class CommonOptions {

    enum Language {
        EN,
        DE
    }

    /** Read by {@link Texts#of} before the arguments are parsed; here so that it is known and checked. */
    @Option(names = "--language", paramLabel = "en|de", descriptionKey = "help.language")
    private Language language = Language.EN;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    private boolean help;
}
