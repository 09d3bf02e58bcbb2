package dev.portolan.e2e.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The licences of one company as both databases stand after some commit. */
final class BothBooks {
    private final Map<Commit.Side, Map<UUID, Commit>> pools =
            Map.of(Commit.Side.CLOUD, new HashMap<>(), Commit.Side.PORTAL, new HashMap<>());
    private final Set<String> activated = new HashSet<>();

    void take(Commit commit) {
        activated.addAll(commit.activated());
        if (commit.pool() != null) pools.get(commit.side()).put(commit.pool(), commit);
    }

    /** What does not hold now, in words; empty when all of it does. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var all = new HashSet<>(pools.get(Commit.Side.CLOUD).keySet());
        all.addAll(pools.get(Commit.Side.PORTAL).keySet());
        for (var pool : all) {
            var sides = new ArrayList<Commit>();
            for (var side : Commit.Side.values())
                if (pools.get(side).containsKey(pool)) sides.add(pools.get(side).get(pool));
            judge(sides, faults);
        }
        return faults;
    }

    private void judge(List<Commit> sides, List<String> faults) {
        var granted = BigDecimal.ZERO;
        var accounted = BigDecimal.ZERO;
        for (var side : sides) {
            if (!side.sums().addUp()) faults.add("a balance is not its entries' sum: " + side.sums());
            granted = granted.add(side.sums().granted());
            accounted = accounted.add(side.sums().usable()).add(inTransit(side));
        }
        if (granted.compareTo(accounted) != 0) faults.add(granted + " granted, " + accounted + " accounted for");
        if (sides.stream()
                        .filter(side -> !side.frozen() && side.sums().usable().signum() > 0)
                        .count()
                > 1) faults.add("usable on both sides: " + sides);
        if (sides.stream()
                        .map(Commit::product)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1) faults.add("a pool changed its product: " + sides);
    }

    private BigDecimal inTransit(Commit side) {
        return side.outgoing().entrySet().stream()
                .filter(out -> !activated.contains(out.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
