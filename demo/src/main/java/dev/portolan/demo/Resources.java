package dev.portolan.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is open, closed in the opposite order. Ctrl-C may come while something is still being opened. */
final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            closeOne(resource);
            throw new DemoFailure("stopped while starting");
        }
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // The others must be closed all the same.
            System.err.println("portolan: while stopping: " + e.getMessage());
        }
    }
}
