package dev.portolan.client.file;

/** What one pass writes. */
public sealed interface Pattern {

    /** The same byte everywhere. */
    record Fixed(int value) implements Pattern {}

    /** One byte, drawn anew for every file. */
    record Drawn() implements Pattern {}

    /** Bytes that do not repeat. */
    record Aperiodic() implements Pattern {}
}
