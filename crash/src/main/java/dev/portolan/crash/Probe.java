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

/** Tries to reserve on one side all the while, and does something with what it gets. */
final class Probe implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(40);

    /** What a client does with what it gets. */
    enum Habit {
        /** A third stays open, a third is given back, and a third is used up by a report. */
        EVERYTHING,
        /** As above, but the reports are covered by nothing: an undo stays possible. */
        NOTHING_USED_UP
    }

    private final ClientSide side;
    private final Habit habit;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<UUID> reserved = new CopyOnWriteArrayList<>();
    private final List<UUID> kept = new CopyOnWriteArrayList<>();
    private final List<UUID> released = new CopyOnWriteArrayList<>();
    private final List<UUID> reported = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    Probe(ClientSide side, Habit habit) {
        this.side = side;
        this.habit = habit;
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
            case 1 -> {
                boolean usedUp = habit == Habit.EVERYTHING;
                if (!usedUp) kept.add(reservation);
                report(usedUp ? reservation : null);
            }
            default -> kept.add(reservation); // stays open, as an erasure under way
        }
    }

    /** Reserves a licence and uses it up; false where it could not. */
    boolean useOne() {
        var answer = side.reserve(UUID.randomUUID());
        if (!answer.done() || answer.reservation() == null) return false;
        reserved.add(answer.reservation());
        return report(answer.reservation()).done();
    }

    /** Sends a report; a reservation of null covers nothing. */
    private ClientSide.Answer report(@Nullable UUID reservation) {
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
        return new Acknowledged(reserved, kept, released, reported);
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
