package dev.portolan.cloud.reconcile;

import java.util.List;
import java.util.UUID;

/**
 * What a comparison found, in words for an operator.
 *
 * @param sides what is known of each side
 * @param lines companies that differ
 * @param agreeing how many companies do not
 * @param strangers tenants whose company the Cloud does not know, with something of a transfer
 * @param closed whether writes are refused
 */
public record Report(
        List<String> sides, List<Line> lines, long agreeing, List<UUID> strangers, boolean closed, boolean applied) {
    public Report {
        sides = List.copyOf(sides);
        lines = List.copyOf(lines);
        strangers = List.copyOf(strangers);
    }

    /**
     * One company.
     *
     * @param what is done about it
     * @param lost what nobody knows any more
     */
    public record Line(UUID company, String name, String differs, String what, List<String> lost, boolean person) {
        public Line {
            lost = List.copyOf(lost);
        }
    }

    /** How many need a person. */
    public long persons() {
        return lines.stream().filter(Line::person).count() + strangers.size();
    }
}
