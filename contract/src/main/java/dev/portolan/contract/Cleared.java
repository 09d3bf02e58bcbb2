package dev.portolan.contract;

/** How many hidden reports this message has removed; zero once there are none. */
public record Cleared(int removed) {}
