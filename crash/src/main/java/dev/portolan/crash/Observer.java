package dev.portolan.crash;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at both databases all the while; what they say is committed, so the promises must hold at every look. */
final class Observer implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(60);

    private final Look look;
    private final Set<String> broken = new TreeSet<>();
    private final Thread thread;
    private volatile boolean over;
    private int looks;

    Observer(Look look) {
        this.look = look;
        this.thread = Thread.ofPlatform().daemon().name("observer").start(this::run);
    }

    private void run() {
        while (!over) {
            try {
                broken.addAll(look.broken());
                looks++;
            } catch (RuntimeException databaseIsDown) {
                // then nothing is committed either
            }
            Poll.pause(BETWEEN);
        }
    }

    /** What did not hold at some look. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    int looks() {
        return looks;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
