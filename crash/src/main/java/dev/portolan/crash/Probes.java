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
        long after = after(portal, cloud);
        return after == 0
                ? List.of()
                : List.of("promise 3: " + after + " reservations in the Cloud after the first in the Portal");
    }

    /** The same for an undo: nothing in the Portal once something was reserved in the Cloud. */
    List<String> brokenOnTheWayBack() {
        long after = after(cloud, portal);
        return after == 0
                ? List.of()
                : List.of("promise 3: " + after + " reservations in the Portal after the first in the Cloud");
    }

    /** How many reservations one side gave that were asked for when the other had given one. */
    private static long after(Probe first, Probe then) {
        var given = first.successes().stream().map(Attempt::until).min(Comparator.naturalOrder());
        return given.map(instant -> then.successes().stream()
                        .filter(one -> one.from().isAfter(instant))
                        .count())
                .orElse(0L);
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
