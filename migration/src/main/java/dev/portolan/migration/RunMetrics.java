package dev.portolan.migration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** What the engine counts and measures; names and meanings stand in docs/operations/metrics.md. */
@Component
class RunMetrics {
    private final MeterRegistry meters;

    RunMetrics(MeterRegistry meters, RunQueue queue) {
        this.meters = meters;
        for (var state : QueueState.values()) {
            if (state == QueueState.ENDED) continue;
            Gauge.builder("portolan.runs", queue, counted -> counted.count(state))
                    .tag("state", state.name())
                    .description("Runs of the engine, over all nodes")
                    .register(meters);
        }
    }

    /** Measures a step, whether it ends well or not. */
    void step(String plan, String step, Runnable work) {
        var sample = Timer.start(meters);
        boolean good = false;
        try {
            work.run();
            good = true;
        } finally {
            sample.stop(meters.timer(
                    "portolan.run.step", "plan", plan, "step", step, "outcome", good ? "passed" : "stopped"));
        }
    }

    void fault(String plan, String code) {
        meters.counter("portolan.run.faults", "plan", plan, "code", code).increment();
    }

    void ended(String plan, RunState state) {
        meters.counter("portolan.run.ends", "plan", plan, "state", state.name()).increment();
    }

    void alarmed(String plan) {
        meters.counter("portolan.run.alarms", "plan", plan).increment();
    }
}
