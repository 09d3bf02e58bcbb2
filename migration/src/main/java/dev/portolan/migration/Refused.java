package dev.portolan.migration;

import java.io.Serial;
import java.util.List;

/** It will not go, however often it is tried. */
public final class Refused extends Fault {
    @Serial
    private static final long serialVersionUID = 1;

    /** The code of an order that somebody has cancelled. */
    static final String CANCELLED = "cancelled";

    public static Refused cancelled() {
        return new Refused(CANCELLED);
    }

    public Refused(String code, String... arguments) {
        super(code, List.of(arguments), null);
    }
}
