package dev.portolan.client;

/** How the program ends; scripts rely on the numbers. */
enum ExitCode {
    OK(0),
    /** Wrong arguments, an unreadable settings file, a spool in use. */
    USAGE(2),
    /** The service answered and said no. */
    REFUSED(3),
    /** The service did not answer, or not in time; what is not delivered lies in the spool. */
    UNREACHABLE(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
