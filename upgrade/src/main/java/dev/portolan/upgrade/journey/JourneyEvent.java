package dev.portolan.upgrade.journey;

/** What moves a journey; a path, a step and an event decide the next step ({@link JourneyTable}). */
public enum JourneyEvent {
    /** The company has end customers. */
    YES,
    /** It has none. */
    NO,
    /** The step's work was accepted. */
    NEXT,
    BACK
}
