package dev.portolan.crash;

import dev.portolan.crash.promise.Acknowledged;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tries to reserve on one side all the while. Of what it gets, a third stays open, a third is given back, and a third is
 * used up by a report.
 */
final class Probe implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(40);

    private final ClientSide side;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<UUID> reserved = new CopyOnWriteArrayList<>();
    private final List<UUID> released = new CopyOnWriteArrayList<>();
    private final List<UUID> reported = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    Probe(ClientSide side) {
        this.side = side;
        this.thread = Thread.ofPlatform().daemon().name("probe-" + side.name()).start(this::run);
    }

    private void run() {
        for (int number = 0; !over; number++) {
            var from = Instant.now();
            var answer = side.reserve(UUID.randomUUID());
            attempts.add(new Attempt(
                    from, Instant.now(), answer.done() ? Attempt.RESERVED : answer.status() + " " + answer.code()));
            if (answer.done() && answer.reservation() != null) use(number, answer.reservation());
            var left = BETWEEN.minus(Duration.between(from, Instant.now()));
            if (left.isPositive()) Poll.pause(left);
        }
    }

    private void use(int number, UUID reservation) {
        reserved.add(reservation);
        switch (number % 3) {
            case 0 -> {
                if (side.release(reservation).done()) released.add(reservation);
            }
            case 1 -> report(reservation);
            default -> {} // stays open, as an erasure under way
        }
    }

    /** Sends a report; a reservation of null covers nothing. */
    ClientSide.@Nullable Answer report(@Nullable UUID reservation) {
        var random = RandomGenerator.getDefault();
        var id = UUID.randomUUID();
        var order = ReportOrder.of(DeviceKind.values()[0], ErasureState.values()[0], Instant.now())
                .withId(id)
                .by("Crash", "probe")
                .asSimulated();
        var answer = side.report(ReportTemplates.withDummySignatures().write(order, random), reservation);
        if (answer.done()) reported.add(id);
        return answer;
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    List<Attempt> successes() {
        return attempts.stream().filter(Attempt::reserved).toList();
    }

    /** Whether it got a reservation that it asked for after this instant. */
    boolean reservedAfter(Instant instant) {
        return attempts.stream().anyMatch(one -> one.reserved() && one.from().isAfter(instant));
    }

    Acknowledged acknowledged() {
        return new Acknowledged(reserved, released, reported);
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
