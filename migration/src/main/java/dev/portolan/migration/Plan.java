package dev.portolan.migration;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is done for a subject, in its order.
 *
 * @param forward up to and including the point of no return
 * @param onward after it: tried until it is done
 * @param back when a step of {@code forward} fails for good: gives everything back
 * @param pressing whether the subject stands still until the run goes on; then it is tried again every second, and it
 *     cannot be paused
 */
public record Plan(String name, List<Step> forward, List<Step> onward, List<Step> back, Predicate<Run> pressing) {
    /** A plan under which nobody ever stands still. */
    public Plan(String name, List<Step> forward, List<Step> onward, List<Step> back) {
        this(name, forward, onward, back, run -> false);
    }

    public Plan {
        forward = List.copyOf(forward);
        onward = List.copyOf(onward);
        back = List.copyOf(back);
    }

    /** The names of all steps. */
    List<String> names() {
        return Stream.of(forward, onward, back)
                .flatMap(List::stream)
                .map(Step::name)
                .distinct()
                .toList();
    }

    List<Step> steps(Phase phase) {
        return switch (phase) {
            case FORWARD -> forward;
            case ONWARD -> onward;
            case BACK -> back;
        };
    }
}
