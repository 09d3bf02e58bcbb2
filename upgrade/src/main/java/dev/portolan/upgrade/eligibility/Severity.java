package dev.portolan.upgrade.eligibility;

/** Warnings inform, blockers stop. */
public enum Severity {
    BLOCKER,
    WARNING
}
