package dev.portolan.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Erases one simulated device after the other, at a steady rate. */
final class Simulation {

    private final Cover cover;
    private final Erasures erasures;
    private final Bench bench;
    private final Progress progress;
    private final Clock clock;
    private final Pause pause;

    Simulation(Cover cover, Erasures erasures, Bench bench, Progress progress, Clock clock, Pause pause) {
        this.cover = cover;
        this.erasures = erasures;
        this.bench = bench;
        this.progress = progress;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param rate devices per second at most */
    void run(int devices, String product, double rate) throws ClientFault {
        cover.settleWhatIsLeft(product);
        var start = clock.instant();
        for (int i = 0; i < devices; i++) {
            waitUntil(start.plusNanos((long) (i / rate * 1e9)));
            var erasure = cover.forNew(Work.SIMULATION, product);
            erasures.finished(erasure, bench.erase(product));
            progress.erased();
            cover.deliver(erasure);
        }
    }

    private void waitUntil(Instant due) throws Unreachable {
        var length = Duration.between(clock.instant(), due);
        if (!length.isPositive()) return;
        try {
            pause.pause(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}
