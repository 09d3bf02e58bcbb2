package dev.portolan.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where the Cloud's nodes say which fault point a run has reached; the run goes on when the listener returns. */
final class ControlPort {
    private final ServerSocket door;
    private volatile Listener listener = (node, subject, point) -> {};

    /** Hears of every point. */
    interface Listener {
        void reached(String node, UUID subject, String point);
    }

    ControlPort() {
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    void listener(Listener next) {
        listener = next;
    }

    private void listen() {
        try {
            while (true) {
                var line = door.accept();
                Thread.ofPlatform().daemon().start(() -> hear(line));
            }
        } catch (IOException closed) {
            // the command ends
        }
    }

    private void hear(Socket line) {
        try (line) {
            var told =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8)).readLine();
            if (told == null) return;
            var words = told.split(" ");
            listener.reached(words[0], UUID.fromString(words[1]), words[2]);
            line.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException killed) {
            // the node has died at this point
        }
    }
}
