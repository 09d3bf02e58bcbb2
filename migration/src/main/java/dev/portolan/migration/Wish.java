package dev.portolan.migration;

/** What somebody wants a run at work to do. */
public enum Wish {
    /** Let go before the next part; under a freeze only after it. */
    PAUSE,
    /** Give everything back. */
    CANCEL
}
