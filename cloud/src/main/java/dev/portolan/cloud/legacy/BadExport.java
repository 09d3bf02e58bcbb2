package dev.portolan.cloud.legacy;

/** A request that cannot be answered; the reason goes back to the program that sent it. */
final class BadExport extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    BadExport(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
