package dev.portolan.client;

import java.time.Duration;

/**
 * How long a request is tried.
 *
 * @param attempts how often, when the service cannot be reached at all
 * @param first the pause after the first such attempt; each further one is twice as long
 * @param busy for how long altogether, when the service asks to come again later
 */
record Patience(int attempts, Duration first, Duration busy) {

    static final Patience USUAL = new Patience(4, Duration.ofMillis(500), Duration.ofMinutes(5));
}
