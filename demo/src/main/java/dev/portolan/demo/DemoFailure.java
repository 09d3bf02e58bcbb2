package dev.portolan.demo;

/** The demo cannot run; the message fits on one line and tells a person what to do. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DemoFailure(String message) {
        super(message);
    }

    public DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
