package dev.portolan.migration;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** It may go well later. When the back-off's tries are used up before the point of no return, the run goes back. */
public final class AgainLater extends Fault {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Backoff backoff;

    public AgainLater(String code, Backoff backoff, @Nullable Throwable cause, String... arguments) {
        super(code, List.of(arguments), cause);
        this.backoff = backoff;
    }

    public Backoff backoff() {
        return backoff;
    }
}
