package dev.portolan.contract;

/**
 * How many reports stand in the Portal that a transfer has written, counted one by one.
 *
 * @param found whether the search finds each of them by all that its row says, and by nothing else
 */
public record ReportCount(long reports, boolean found) {}
