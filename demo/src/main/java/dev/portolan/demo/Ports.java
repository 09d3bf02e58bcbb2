package dev.portolan.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The ports of a demo on the loopback address, in one row.
 *
 * @param from the number before the first port
 */
public record Ports(int from) {

    /** The choice when nothing is said: Cloud on 8081, Portal on 8082, inbox on 8083. */
    public static final Ports USUAL = new Ports(8080);

    private static final int COUNT = 8;

    public Ports {
        if (from < 1024 || from > 65_535 - COUNT) {
            throw new DemoFailure("--ports takes a number from 1024 to " + (65_535 - COUNT));
        }
    }

    /** A row of ports that are free now. */
    public static Ports free() {
        for (var attempt = 0; attempt < 1000; attempt++) {
            // Below the range from which the system takes ports of outgoing connections.
            var ports = new Ports(ThreadLocalRandom.current().nextInt(12_000, 32_000));
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new DemoFailure("found no free ports");
    }

    public int cloud() {
        return from + 1;
    }

    public int portal() {
        return from + 2;
    }

    int inbox() {
        return from + 3;
    }

    int smtp() {
        return from + 4;
    }

    int postgres() {
        return from + 5;
    }

    int cloudManagement() {
        return from + 6;
    }

    int portalManagement() {
        return from + 7;
    }

    public int exchange() {
        return from + 8;
    }

    /** The first of the ports that another program listens on. */
    OptionalInt taken() {
        return IntStream.rangeClosed(from + 1, from + COUNT)
                .filter(Ports::isTaken)
                .findFirst();
    }

    /** The first of the ports that another program still listens on after this time. */
    OptionalInt takenAfter(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var taken = taken();
        while (taken.isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            taken = taken();
        }
        return taken;
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
