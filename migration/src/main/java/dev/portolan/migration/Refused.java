package dev.portolan.migration;

import java.io.Serial;
import java.util.List;

/** It will not go, however often it is tried. */
public final class Refused extends Fault {
    @Serial
    private static final long serialVersionUID = 1;

    public Refused(String code, String... arguments) {
        super(code, List.of(arguments), null);
    }
}
