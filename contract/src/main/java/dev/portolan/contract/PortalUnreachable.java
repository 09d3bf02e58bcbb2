package dev.portolan.contract;

import java.io.Serial;

/** No answer, or none that says what was done: the same message may be sent again. */
public final class PortalUnreachable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public PortalUnreachable(String detail, Throwable cause) {
        super(detail, cause);
    }

    public PortalUnreachable(String detail) {
        super(detail);
    }
}
