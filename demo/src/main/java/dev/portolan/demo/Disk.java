package dev.portolan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for what the demo writes. */
final class Disk {

    private static final long NEEDED_MEGABYTES = 700;
    private static final long FULL_MEGABYTES = 16;

    private Disk() {}

    static void requireRoom(Path state) throws IOException {
        var free = freeMegabytes(state);
        if (free < NEEDED_MEGABYTES) {
            throw new DemoFailure("only " + free + " MB are free on the disk of " + state + ", the demo needs "
                    + NEEDED_MEGABYTES + " MB");
        }
    }

    /** One line about a failed start: that the disk is full, if it is, otherwise what the failure says. */
    static String explain(Path state, Throwable failure) {
        if (saysFull(failure) || isFull(state)) {
            return "the disk of " + state + " is full";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Java and PostgreSQL both use the system's words. */
    static boolean saysFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(Path state) {
        try {
            return Files.exists(state) && freeMegabytes(state) < FULL_MEGABYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static long freeMegabytes(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace() / (1024 * 1024);
    }
}
