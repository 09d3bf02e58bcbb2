package dev.portolan.e2e.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between the apps that can be cut: it forwards bytes, and swallows an answer when told to. */
final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int to;
    private final AtomicInteger answersToSwallow = new AtomicInteger();

    Wire(int to) {
        this.to = to;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next bytes from the far side are lost, and the connection with them. */
    void swallowNextAnswer() {
        answersToSwallow.incrementAndGet();
    }

    boolean swallowed() {
        return answersToSwallow.get() == 0;
    }

    private void listen() {
        try {
            while (true) {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), to);
                Thread.ofVirtual().start(() -> pump(near, far, false));
                Thread.ofVirtual().start(() -> pump(far, near, true));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pump(Socket from, Socket into, boolean answers) {
        try (from;
                into) {
            var buffer = new byte[64 << 10];
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (answers && answersToSwallow.get() > 0) {
                    answersToSwallow.decrementAndGet();
                    return;
                }
                into.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException closed) {
            // one end has gone
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
