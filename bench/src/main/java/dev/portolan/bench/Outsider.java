package dev.portolan.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Tries both sides every 20 ms, and so sees from outside how long neither of them lets an erasure begin. */
final class Outsider implements AutoCloseable {
    private static final long BETWEEN = Duration.ofMillis(20).toNanos();
    private static final double NANOS = 1e9;

    private final Thread cloud;
    private final Thread portal;
    private volatile long lastInCloud;
    private volatile long firstInPortal;
    private volatile boolean over;

    Outsider(ErasureSide cloud, ErasureSide portal) {
        this.cloud = Thread.ofPlatform().daemon().start(() -> watchCloud(cloud));
        this.portal = Thread.ofPlatform().daemon().start(() -> watchPortal(portal));
    }

    private void watchCloud(ErasureSide side) {
        while (!over) {
            long begun = System.nanoTime();
            if (side.works()) lastInCloud = begun;
            rest(begun);
        }
    }

    private void watchPortal(ErasureSide side) {
        while (!over && firstInPortal == 0) {
            long begun = System.nanoTime();
            if (side.works()) firstInPortal = System.nanoTime();
            rest(begun);
        }
    }

    private static void rest(long begun) {
        LockSupport.parkNanos(Math.max(0, begun + BETWEEN - System.nanoTime()));
    }

    boolean worksInCloud() {
        return lastInCloud != 0;
    }

    boolean worksInPortal() {
        return firstInPortal != 0;
    }

    /** From the beginning of the last try that one side granted to the end of the first that the other did. */
    double windowSeconds() {
        if (lastInCloud == 0 || firstInPortal == 0) throw new IllegalStateException("one side was never open");
        return (firstInPortal - lastInCloud) / NANOS;
    }

    @Override
    public void close() {
        over = true;
        try {
            cloud.join();
            portal.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
