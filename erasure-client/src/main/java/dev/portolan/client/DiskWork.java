package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Work on the spool, whose faults end the program. */
@FunctionalInterface
interface DiskWork {
    void on(Disk disk) throws IOException;

    static void run(Disk disk, DiskWork work) {
        try {
            work.on(disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
