package dev.portolan.migration;

/** Which part of its plan a run is in. */
public enum Phase {
    FORWARD,
    BACK,
    ONWARD
}
