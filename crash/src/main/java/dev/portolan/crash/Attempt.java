package dev.portolan.crash;

import java.time.Instant;

/**
 * A try to reserve.
 *
 * @param answer {@code reserved}, a refusal's code, or {@code no answer}
 */
record Attempt(Instant from, Instant until, String answer) {
    static final String RESERVED = "reserved";

    boolean reserved() {
        return answer.equals(RESERVED);
    }
}
