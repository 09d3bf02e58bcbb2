package dev.portolan.client;

/** Why the program stops, with the text that says it. */
abstract sealed class ClientFault extends Exception permits UsageFault, Refused, Unreachable {

    private final transient Text text;
    private final ExitCode exitCode;

    ClientFault(ExitCode exitCode, Text text) {
        super(text.toString());
        this.exitCode = exitCode;
        this.text = text;
    }

    Text text() {
        return text;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
