package dev.portolan.crash;

import dev.portolan.crash.proxy.Passage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Carries out faults. What dies is started again at once; nothing else is helped along. */
final class Blow {
    private static final Duration HELD = Duration.ofSeconds(60);

    private final Plant plant;
    private final SmallDisk disk;
    private final UUID company;
    private final java.util.function.LongSupplier epoch;
    private volatile CompletableFuture<?> later = CompletableFuture.completedFuture(null);
    private volatile boolean failed;

    /** @param epoch the run's epoch at this moment */
    Blow(Plant plant, SmallDisk disk, UUID company, java.util.function.LongSupplier epoch) {
        this.plant = plant;
        this.disk = disk;
        this.company = company;
        this.epoch = epoch;
    }

    /**
     * Strikes.
     *
     * @param node whose message or point it was
     * @param backend the session that it was seen in, 0 for none
     * @return what becomes of the message
     */
    Passage strike(Fault fault, String node, int backend) {
        try {
            return carryOut(fault, node, backend);
        } catch (RuntimeException notDone) {
            failed = true;
            return Passage.PASS;
        }
    }

    private Passage carryOut(Fault fault, String node, int backend) {
        var cloud = node.startsWith("cloud") ? plant.node(node) : plant.clouds().getFirst();
        switch (fault) {
            case KILL_CLOUD -> failed = !cloud.killAndRestart();
            case KILL_PORTAL -> failed = !plant.portal().killAndRestart();
            case KILL_BOTH -> failed = !plant.portal().killAndRestart() | !cloud.killAndRestart();
            case END_CLOUD_SESSIONS -> failed = !plant.cloudServer().terminate(node.startsWith("cloud") ? backend : 0);
            case END_PORTAL_SESSIONS -> failed = !plant.portalServer().terminate(node.equals("portal") ? backend : 0);
            case RESTART_CLOUD_DATABASE -> plant.cloudServer().crashAndRestart();
            case RESTART_PORTAL_DATABASE -> plant.portalServer().crashAndRestart();
            case CLOCK_CLOUD_AHEAD -> failed = !jump(plant.clouds(), Duration.ofMinutes(10));
            case CLOCK_CLOUD_BACK -> failed = !jump(plant.clouds(), Duration.ofMinutes(-10));
            case CLOCK_PORTAL_AHEAD -> failed = !jump(List.of(plant.portal()), Duration.ofDays(1));
            case CLOCK_PORTAL_BACK -> failed = !jump(List.of(plant.portal()), Duration.ofDays(-1));
            case HOLD_CLOUD -> hold(cloud);
            case FILL_PORTAL_DISK -> later = CompletableFuture.runAsync(disk.fill());
            case CUT_BODY, LOSE_ANSWER, LOSE_COMMIT -> {
                return Passage.CUT;
            }
        }
        return Passage.PASS;
    }

    private static boolean jump(List<Node> nodes, Duration ahead) {
        return nodes.stream().filter(node -> node.jump(ahead)).count() == nodes.size();
    }

    /** Held until another node has taken the run over, so that it wakes up as a worker of yesterday. */
    private void hold(Node cloud) {
        long before = epoch.getAsLong();
        cloud.hold();
        later = CompletableFuture.runAsync(() -> {
            failed = !Poll.until(HELD, () -> epoch.getAsLong() > before);
            cloud.goOn();
        });
    }

    /** Waits for what a fault does later; says whether all of it happened. */
    boolean happened() {
        try {
            later.join();
            return !failed;
        } catch (java.util.concurrent.CompletionException notSeen) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "blow at " + company;
    }
}
