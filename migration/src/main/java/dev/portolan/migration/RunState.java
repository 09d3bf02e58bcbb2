package dev.portolan.migration;

/** Whether anything goes on in a run. */
public enum RunState {
    RUNNING,
    DONE,
    /** It went back: everything is as before the order. */
    FAILED,
    /** It stands where it is until a person acts. */
    NEEDS_PERSON
}
