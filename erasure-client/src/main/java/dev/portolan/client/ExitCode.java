package dev.portolan.client;

/** How the program ends; scripts rely on the numbers. 1 is a fault of the program itself. */
enum ExitCode {
    OK(0),
    /** Wrong arguments, an unreadable settings file, a spool in use, a disk that is full. */
    USAGE(2),
    /** The service answered and said no. */
    REFUSED(3),
    /** The service did not answer, or not in time; what is not delivered lies in the spool. */
    UNREACHABLE(4),
    /** Some or all of the files named were not erased. */
    NOT_ERASED(5),
    /** The person said no; nothing was touched. */
    CANCELLED(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
