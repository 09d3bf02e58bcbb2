package dev.portolan.e2e.transfer;

import dev.portolan.platform.Ids;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An erasure client that reserves, and then consumes with a report, releases, or reports without cover, again and again.
 * It goes to the Portal once the Cloud says so, with the reservation that it has open, and repeats what was not answered until
 * it is: each thing that it has asked for is known in the end to have happened or not.
 */
final class FireClient {
    private static final ReportTemplates TEMPLATES = ReportTemplates.withDummySignatures();
    private static final long LATER_NANOS = 500_000_000;

    private final FireGround ground;
    private final Acknowledged acknowledged;
    private final UUID id = Ids.next();
    private final Random random;
    /** Whether it goes back to the Cloud when the Portal has nothing for it any more. */
    private final boolean returning;

    private boolean inPortal;
    private String token = "";

    FireClient(FireGround ground, Acknowledged acknowledged, long seed, boolean returning) {
        this.ground = ground;
        this.acknowledged = acknowledged;
        this.random = new Random(seed);
        this.returning = returning;
        this.inPortal = returning;
    }

    /** Until the fire is out; an erasure that has begun is ended first. */
    void erase() {
        ground.erasing(random); // not all at once
        while (!ground.over() && !Thread.currentThread().isInterrupted()) {
            var reservation = reserve();
            if (reservation == null) continue;
            ground.erasing(random);
            int dice = random.nextInt(20);
            if (dice < 6 || returning && dice < 16) release(reservation);
            else if (dice < 19 && !returning)
                report(reservation); // else it stays open, as that of an erasure that goes on
            if (dice == 10) report(null);
        }
    }

    /** Null where it was refused, and the fire is out. */
    private @Nullable UUID reserve() {
        var key = Ids.next();
        while (true) {
            switch (send(gate -> gate.reserve(id, key))) {
                case Said.Done(var answer) -> {
                    int at = answer.indexOf("\"reservation\":\"") + 15;
                    var reservation = UUID.fromString(answer.substring(at, at + 36));
                    acknowledged.reserved(reservation);
                    return reservation;
                }
                case Said.Refused _ -> {
                    if (ground.over()) return null;
                }
                case Said.Unknown _, Said.Gone _ -> {}
            }
        }
    }

    private void release(UUID reservation) {
        boolean unknown = false;
        while (true) {
            switch (send(gate -> gate.release(reservation))) {
                case Said.Done _ -> {
                    acknowledged.released(reservation);
                    return;
                }
                case Said.Unknown _ -> unknown = true;
                case Said.Refused _ -> {}
                case Said.Gone gone -> {
                    // It was released by what was not answered, and what is released does not move.
                    if (!unknown) acknowledged.wrong("gone: " + reservation + " " + gone.answer());
                    acknowledged.releasedUnheard(reservation);
                    return;
                }
            }
        }
    }

    private void report(@Nullable UUID reservation) {
        var document = Ids.next();
        var order = ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, Instant.now())
                .withId(document);
        var bytes = TEMPLATES.write(order, random);
        while (true)
            if (send(gate -> gate.report(bytes, reservation)) instanceof Said.Done(var receipt)) {
                acknowledged.reported(document, reservation, receipt);
                return;
            }
    }

    /** What a client knows after it has asked. */
    private sealed interface Said {
        record Done(String answer) implements Said {}

        /** It has not happened. */
        record Refused() implements Said {}

        /** There is no such reservation. */
        record Gone(String answer) implements Said {}

        /** It may have happened. */
        record Unknown() implements Said {}
    }

    @FunctionalInterface
    private interface Ask {
        HttpResponse<String> at(FireGate gate) throws IOException, InterruptedException;
    }

    private Said send(Ask ask) {
        try {
            if (inPortal && token.isEmpty()) token = ground.enrol(id);
            return judge(ask.at(inPortal ? ground.portal(token) : ground.cloud()));
        } catch (IOException cut) {
            acknowledged.cut();
            LockSupport.parkNanos(LATER_NANOS);
            return new Said.Unknown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private Said judge(HttpResponse<String> answer) {
        var body = answer.body();
        int status = answer.statusCode();
        if (status / 100 == 2) return new Said.Done(body);
        // The pool has left, and so have the reservations: those that had come from the Cloud without a trace.
        if (returning && inPortal && (status == 404 || status == 409)) {
            inPortal = false;
            return new Said.Refused();
        }
        if (status == 404) return new Said.Gone(body);
        if (status == 403 && body.contains("account_read_only")) {
            inPortal = true;
            return new Said.Refused();
        }
        boolean frozen = status == 503 && body.contains("_frozen");
        // A machine that is too slow for all of them at once says 5xx: nothing is known then, as after a cut.
        if (!frozen && status >= 500) acknowledged.cut();
        else if (!frozen) acknowledged.wrong(status + " " + body);
        // Not all at the same moment, as they are told by Retry-After.
        LockSupport.parkNanos(LATER_NANOS + random.nextLong(LATER_NANOS));
        return status >= 500 && !frozen ? new Said.Unknown() : new Said.Refused();
    }
}
