package dev.portolan.crash;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits by looking again and again. */
final class Poll {
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private Poll() {}

    /** @return false where it did not hold within the time */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            pause(BETWEEN);
        }
        return true;
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
