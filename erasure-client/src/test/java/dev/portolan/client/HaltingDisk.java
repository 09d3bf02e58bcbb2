package dev.portolan.client;

import dev.portolan.client.disk.Disk;
import dev.portolan.client.disk.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk on which the client ends as if it was killed: before one certain step, with the file half written where it
 * writes one. Nothing of the client runs after that, no cleaning up either; its locks go, as the system takes them back.
 */
final class HaltingDisk implements Disk {

    private final Disk disk = new LocalDisk();
    private final List<AutoCloseable> locks = new ArrayList<>();
    private final CountDownLatch halted = new CountDownLatch(1);
    private final int last;
    private int steps;

    /** @param last the step before which the client ends */
    HaltingDisk(int last) {
        this.last = last;
    }

    int steps() {
        return steps;
    }

    /** Runs the client; true if it was killed, false if it came to its end. */
    boolean run(Runnable client) throws InterruptedException {
        var thread = Thread.ofPlatform().daemon().start(() -> {
            client.run();
            halted.countDown();
        });
        halted.await();
        var killed = steps > last;
        if (!killed) thread.join();
        return killed;
    }

    private boolean dies() {
        return steps++ == last;
    }

    private void die() {
        for (var lock : locks) {
            try {
                lock.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        halted.countDown();
        while (true) LockSupport.park();
    }

    private void step() {
        if (dies()) die();
    }

    @Override
    public void put(Path file, byte[] content) throws IOException {
        if (dies()) {
            Files.write(file, Arrays.copyOf(content, content.length / 2));
            die();
        }
        disk.put(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        disk.delete(file);
    }

    @Override
    public void truncate(Path file) throws IOException {
        step();
        disk.truncate(file);
    }

    @Override
    public void sync(Path directory) throws IOException {
        step();
        disk.sync(directory);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        step();
        disk.createDirectories(directory);
    }

    @Override
    public Optional<AutoCloseable> lock(Path file) throws IOException {
        step();
        var lock = disk.lock(file);
        lock.ifPresent(locks::add);
        return lock;
    }
}
