package dev.portolan.postgres;

import org.jspecify.annotations.Nullable;

/** The server could not be started, stopped or prepared; the message fits on one line and is meant for a person. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
