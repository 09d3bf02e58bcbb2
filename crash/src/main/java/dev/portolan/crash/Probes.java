package dev.portolan.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Both sides probed at once: promise 3 as clients see it, and how long neither side gave a licence. */
record Probes(Probe cloud, Probe portal) implements AutoCloseable {

    /** What does not hold: nothing may be reserved in the Cloud once something was reserved in the Portal. */
    List<String> broken() {
        var firstThere = portal.successes().stream().map(Attempt::until).min(Comparator.naturalOrder());
        if (firstThere.isEmpty()) return List.of();
        long after = cloud.successes().stream()
                .filter(one -> one.from().isAfter(firstThere.get()))
                .count();
        return after == 0
                ? List.of()
                : List.of("promise 3: " + after + " reservations in the Cloud after the first in the Portal");
    }

    /** The longest time between two reservations, on whatever side. */
    Duration longestGap() {
        var all = new ArrayList<>(cloud.successes());
        all.addAll(portal.successes());
        all.sort(Comparator.comparing(Attempt::until));
        var longest = Duration.ZERO;
        Instant before = null;
        for (var one : all) {
            if (before != null && Duration.between(before, one.until()).compareTo(longest) > 0)
                longest = Duration.between(before, one.until());
            before = one.until();
        }
        return longest;
    }

    @Override
    public void close() {
        cloud.close();
        portal.close();
    }
}
