package dev.portolan.crash;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The command itself cannot go on; the message fits on a line. */
final class CrashFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    CrashFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    CrashFailure(String message) {
        this(message, null);
    }
}
