package dev.portolan.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/**
 * Clients that reserve a licence and send a simulated report for it, one pair of calls after the other, as fast as the
 * service answers. Every call is sent once, so that what is measured is the service and not our patience.
 */
final class Load {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AFTER_A_REFUSAL = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Session session;
    private final Authorization authorization;
    private final String product;
    private final Duration length;
    private final Measurement measurement = new Measurement();

    Load(Session session, Authorization authorization, String product, Duration length) {
        this.session = session;
        this.authorization = authorization;
        this.product = product;
        this.length = length;
    }

    /** @param look is told how much of the time has passed, of 1 */
    Measurement run(int clients, DoubleConsumer look) throws Unreachable {
        var start = System.nanoTime();
        var end = start + length.toNanos();
        var over = new CountDownLatch(clients);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    client(number, end);
                } finally {
                    over.countDown();
                }
            }));
        }
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS))
                look.accept((System.nanoTime() - start) / (double) length.toNanos());
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
        measurement.lasted(Duration.ofNanos(System.nanoTime() - start));
        return measurement;
    }

    private void client(int number, long end) {
        var service = new Service(this::once, session.settings.endpoint(), authorization, identity(number));
        var bench = new SimulatedBench(Clock.systemUTC(), new SplittableRandom(), "load-" + number);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var reservation = timed("reserve", () -> service.reserve(product, "1", UUID.randomUUID()));
            if (reservation.isEmpty()) continue;
            var report = bench.erase(product);
            var sent = timed("report", () -> service.deliver(reservation, report));
            if (sent.isEmpty()) timed("release", () -> release(service, reservation.get()));
        }
    }

    private static UUID release(Service service, UUID reservation) throws ClientFault {
        service.release(reservation);
        return reservation;
    }

    /** The same clients in each run, so that the service does not get to know ever more of them. */
    private ClientIdentity identity(int number) {
        var name = session.spool.client().id() + "/" + number;
        return new ClientIdentity(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
    }

    private <T> Optional<T> timed(String call, Callable<T> request) {
        var start = System.nanoTime();
        try {
            var answer = request.call();
            measurement.succeeded(call, System.nanoTime() - start);
            return Optional.of(answer);
        } catch (Refused refused) {
            measurement.failed(call, refused.problem().code());
        } catch (Unreachable unreachable) {
            measurement.failed(call, "unreachable");
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
        LockSupport.parkNanos(AFTER_A_REFUSAL.toNanos());
        return Optional.empty();
    }

    private Answer once(HttpRequest request) throws Unreachable {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), Json.read(response.body()));
        } catch (IOException broken) {
            throw new Unreachable("unreachable", request.uri());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}
