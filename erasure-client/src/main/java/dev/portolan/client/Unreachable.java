package dev.portolan.client;

/** The service did not give an answer to rely on; the same request again is right. */
final class Unreachable extends ClientFault {

    Unreachable(String key, Object... values) {
        super(ExitCode.UNREACHABLE, Text.of(key, values));
    }
}
