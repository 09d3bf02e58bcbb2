package dev.portolan.e2e.transfer;

import dev.portolan.migration.FaultPoints;
import dev.portolan.migration.Run;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a test has happen at the fault points of one node. */
final class Points implements FaultPoints {
    private final Map<String, Consumer<Run>> once = new ConcurrentHashMap<>();
    private final List<Consumer<Run>> always = new CopyOnWriteArrayList<>();

    /** The next time a run passes the point. */
    void once(String point, Consumer<Run> act) {
        once.put(point, act);
    }

    void always(Consumer<Run> act) {
        always.add(act);
    }

    @Override
    public void at(Run run, String point) {
        always.forEach(act -> act.accept(run));
        var act = once.remove(point);
        if (act != null) act.accept(run);
    }

    @Configuration(proxyBeanMethods = false)
    static class InNode {
        @Bean
        Points points() {
            return new Points();
        }
    }
}
