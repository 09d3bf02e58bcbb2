package dev.portolan.contract;

import java.io.Serial;

/** The Portal said no, for good; the code says why. */
public final class PortalRefusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;

    public PortalRefusal(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    /** Stable, for instance {@code email_taken}. */
    public String code() {
        return code;
    }

    /** What it is about: an address, a document id, an epoch. */
    public String detail() {
        return detail;
    }
}
