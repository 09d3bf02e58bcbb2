package dev.portolan.contract;

/** How many reports stand in the Portal that a transfer has written, counted one by one. */
public record ReportCount(long reports) {}
