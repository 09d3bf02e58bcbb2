package dev.portolan.crash.promise;

import java.util.List;
import java.util.UUID;

/**
 * What a side has acknowledged to clients.
 *
 * @param reserved reservations, whatever became of them
 * @param kept those that nobody has asked to give back or to use up
 * @param released those given back
 * @param reported document ids of reports
 */
public record Acknowledged(List<UUID> reserved, List<UUID> kept, List<UUID> released, List<UUID> reported) {
    public Acknowledged {
        reserved = List.copyOf(reserved);
        kept = List.copyOf(kept);
        released = List.copyOf(released);
        reported = List.copyOf(reported);
    }
}
