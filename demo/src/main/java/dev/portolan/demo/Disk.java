package dev.portolan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for what the demo writes. */
final class Disk {

    private static final long NEEDED_MEGABYTES = 700;

    private Disk() {}

    static void requireRoom(Path state) throws IOException {
        var free = freeMegabytes(state);
        if (free < NEEDED_MEGABYTES) {
            throw new DemoFailure("only " + free + " MB are free on the disk of " + state + ", the demo needs "
                    + NEEDED_MEGABYTES + " MB");
        }
    }

    /** One line about a failed write or read. */
    static String explain(Path state, IOException failure) throws DemoFailure {
        try {
            if (Files.exists(state) && freeMegabytes(state) < 1) {
                return "the disk of " + state + " is full";
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static long freeMegabytes(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace() / (1024 * 1024);
    }
}
