package dev.portolan.migration;

import java.util.function.Consumer;

/** One step of a plan. It may be applied again at any time, by any node, after any part of it was done. */
public interface Step {

    /** Names the step in rows, logs and fault points. */
    String name();

    /** Whether there is nothing to do; writes nothing. */
    default boolean done(Run run) {
        return run.passed(name());
    }

    /**
     * Does it.
     *
     * @throws Fault if it cannot go on
     */
    void apply(Run run);

    /** A step that is done when it was applied once in this order. */
    static Step of(String name, Consumer<Run> work) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void apply(Run run) {
                work.accept(run);
            }
        };
    }
}
