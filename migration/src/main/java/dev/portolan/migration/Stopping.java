package dev.portolan.migration;

import java.io.Serial;

/** This node is shutting down: another goes on at once. */
final class Stopping extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
