package dev.portolan.migration;

import java.io.Serial;
import java.util.List;

/** Somebody has to do something first; the code's text says what. */
public final class NeedsPerson extends Fault {
    @Serial
    private static final long serialVersionUID = 1;

    private final Who who;

    /** Who acts next. */
    public enum Who {
        /** The manager who ordered it. */
        RUNNER,
        OPERATOR
    }

    public NeedsPerson(Who who, String code, String... arguments) {
        super(code, List.of(arguments), null);
        this.who = who;
    }

    public Who who() {
        return who;
    }
}
