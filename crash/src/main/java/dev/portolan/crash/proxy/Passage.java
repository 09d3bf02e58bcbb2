package dev.portolan.crash.proxy;

/** What becomes of a message. */
public enum Passage {
    PASS,
    /** Both ends lose the connection, and the message with it. */
    CUT,
    /** Half of the message arrives, then both ends lose the connection. */
    CUT_IN_THE_MIDDLE
}
