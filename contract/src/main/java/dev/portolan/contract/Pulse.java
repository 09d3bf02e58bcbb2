package dev.portolan.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one side is, and how far it knows the other to be; asked every few seconds and answered with the same.
 *
 * @param mark the newest of the sender
 * @param at when it was drawn
 * @param seen the greatest that the sender has seen of the receiver, null for none
 * @param seenAt when
 * @param closed why the sender takes no writes, null where it does
 */
public record Pulse(
        String mark,
        Instant at,
        @Nullable String seen,
        @Nullable Instant seenAt,
        @Nullable String closed) {}
