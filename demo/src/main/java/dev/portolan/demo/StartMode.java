package dev.portolan.demo;

/** How the apps are started. */
public enum StartMode {
    /** Extracted, with a cache of loaded and linked classes from a training run: the quickest start. */
    CACHED,
    /** Extracted: needs no training run, for tests that start the apps only once. */
    EXTRACTED,
    /** As one jar each, with Java's defaults: what {@code java -jar} does, for comparison. */
    PLAIN
}
