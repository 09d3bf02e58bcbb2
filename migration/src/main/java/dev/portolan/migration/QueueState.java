package dev.portolan.migration;

/** Whether a run has a worker. */
public enum QueueState {
    /** It is in line for one. */
    WAITING,
    /** It has one. */
    AT_WORK,
    /** Somebody has paused it. */
    PAUSED,
    /** It stands until a person acts. */
    STANDS,
    /** It is over. */
    ENDED
}
