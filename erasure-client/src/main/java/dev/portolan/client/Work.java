package dev.portolan.client;

/** What a licence in the spool is for. */
enum Work {
    SIMULATION,
    FILES,
    /** For a time without connection: kept until an erasure takes it. */
    AHEAD
}
