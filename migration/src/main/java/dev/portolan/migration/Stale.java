package dev.portolan.migration;

import java.io.Serial;

/** Another worker has claimed the run: this one stops without a trace. */
final class Stale extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Stale(Run run) {
        super("run " + run.id() + " is no longer epoch " + run.epoch());
    }
}
