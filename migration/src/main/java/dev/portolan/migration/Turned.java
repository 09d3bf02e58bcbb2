package dev.portolan.migration;

import java.io.Serial;

/** The run has changed its phase while a step was at work. */
final class Turned extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
