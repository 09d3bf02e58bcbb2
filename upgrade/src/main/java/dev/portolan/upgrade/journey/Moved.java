package dev.portolan.upgrade.journey;

/** What became of a try to move a journey. */
public sealed interface Moved {
    Journey journey();

    /** It moved. */
    record On(Journey journey) implements Moved {}

    /** It was no longer where the person saw it; nothing was done. */
    record Elsewhere(Journey journey) implements Moved {}
}
