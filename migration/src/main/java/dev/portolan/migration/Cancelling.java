package dev.portolan.migration;

/** What became of the wish to cancel a run. */
public enum Cancelling {
    /** It had not begun: it is over. */
    AT_ONCE,
    /** It gives everything back now. */
    UNDER_WAY,
    /** It is over, or past the point of no return. */
    TOO_LATE
}
