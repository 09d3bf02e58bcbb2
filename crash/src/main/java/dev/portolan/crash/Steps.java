package dev.portolan.crash;

import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of a plan, as the product has them.
 *
 * @param there in their order
 * @param back those that give back
 */
record Steps(List<String> there, List<String> back) {
    Steps {
        there = List.copyOf(there);
        back = List.copyOf(back);
    }

    /** The points before and after each of them. */
    static List<String> around(List<String> steps) {
        return steps.stream()
                .flatMap(step -> Stream.of("before:" + step, "after:" + step))
                .toList();
    }
}
