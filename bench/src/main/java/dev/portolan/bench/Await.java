package dev.portolan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to come true. */
final class Await {
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private Await() {}

    /** @throws IllegalStateException with the explanation when it does not within the limit */
    static void until(BooleanSupplier condition, Duration limit, Supplier<String> explanation) {
        var end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException(explanation.get());
            LockSupport.parkNanos(PAUSE);
        }
    }
}
