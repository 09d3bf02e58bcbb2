package dev.portolan.client;

import java.time.Duration;

/** Waits; a test only remembers for how long. */
interface Pause {
    void pause(Duration length) throws InterruptedException;
}
