package dev.portolan.client;

/** Something about the arguments, the settings file or the spool has to be put right first. */
final class UsageFault extends ClientFault {

    UsageFault(String key, Object... values) {
        super(ExitCode.USAGE, Text.of(key, values));
    }
}
