package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works on a run: from its first step that is not done, until it ends or has to wait. */
@Component
class Engine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Tenancy tenancy;
    private final RunStore store;
    private final Map<String, Plan> plans;
    private final FaultPoints points;

    Engine(Tenancy tenancy, RunStore store, List<Plan> plans, ObjectProvider<FaultPoints> points) {
        this.tenancy = tenancy;
        this.store = store;
        this.plans = plans.stream().collect(Collectors.toMap(Plan::name, Function.identity()));
        this.points = points.getIfAvailable(() -> FaultPoints.NONE);
    }

    /**
     * Claims the run and works on it.
     *
     * @return after how long it is to be claimed again; empty when there is nothing more to do
     */
    Optional<Duration> work(CompanyId runner, UUID id, String node, BooleanSupplier stopping) {
        while (true) {
            var claim = tenancy.within(runner, () -> store.claim(runner, id, node));
            if (claim.isEmpty()) return Optional.empty();
            var run = new Run(claim.get(), tenancy, store, points, stopping);
            try {
                var pause = attempt(run);
                if (pause.isPresent()) return pause;
            } catch (Turned turned) {
                log.info("run turned run={} epoch={}", id, run.epoch());
            } catch (Stale stale) {
                log.info("run taken over run={} epoch={}", id, run.epoch());
                return Optional.empty();
            } catch (Stopping stop) {
                return Optional.of(Duration.ZERO);
            }
        }
    }

    /** One try; what a fault leads to. */
    private Optional<Duration> attempt(Run run) {
        try {
            carryOut(run, plan(run));
            return Optional.empty();
        } catch (Turned | Stale | Stopping notAFault) {
            throw notAFault;
        } catch (Fault fault) {
            return after(run, fault);
        } catch (RuntimeException unexpected) {
            log.error("step failed run={} epoch={}", run.id(), run.epoch(), unexpected);
            return after(run, new AgainLater("unexpected", Backoff.USUAL, unexpected));
        }
    }

    private Plan plan(Run run) {
        var plan = plans.get(run.claim().plan());
        if (plan == null)
            throw new NeedsPerson(
                    NeedsPerson.Who.OPERATOR, "unknown_plan", run.claim().plan());
        return plan;
    }

    private void carryOut(Run run, Plan plan) {
        for (var step : plan.steps(run.claim().phase())) {
            if (step.done(run)) continue;
            tenancy.run(run.runner(), () -> store.standsAt(run.claim(), step.name()));
            run.at("before:" + step.name());
            step.apply(run);
            run.pass(step.name());
            run.at("after:" + step.name());
        }
        tenancy.run(run.runner(), () -> phaseDone(run.claim(), plan));
    }

    private void phaseDone(Claim claim, Plan plan) {
        switch (claim.phase()) {
            case FORWARD -> {
                if (plan.onward().isEmpty()) end(claim, RunState.DONE);
                else store.turn(claim, Phase.ONWARD, null);
            }
            case ONWARD -> end(claim, RunState.DONE);
            case BACK -> end(claim, RunState.FAILED);
        }
    }

    /** What a fault leads to: a pause, or (empty) a turn or an end, which the next claim sees. */
    private Optional<Duration> after(Run run, Fault fault) {
        return tenancy.within(run.runner(), () -> {
            int faults = store.fault(run.claim(), fault);
            log.warn(
                    "fault run={} epoch={} phase={} code={} faults={}",
                    run.id(),
                    run.epoch(),
                    run.claim().phase(),
                    fault.code(),
                    faults);
            return switch (fault) {
                case AgainLater later
                when faults < later.backoff().tries() || !forward(run) ->
                    Optional.of(pause(run, later.backoff().pause(faults)));
                case AgainLater _, NeedsPerson _, Refused _ -> {
                    if (forward(run)) store.turn(run.claim(), Phase.BACK, fault);
                    else end(run.claim(), RunState.NEEDS_PERSON);
                    yield Optional.empty();
                }
            };
        });
    }

    private Duration pause(Run run, Duration usual) {
        var plan = plans.get(run.claim().plan());
        if (plan == null || usual.compareTo(Backoff.PRESSING) <= 0) return usual;
        return plan.pressing().test(run) ? Backoff.PRESSING : usual;
    }

    private static boolean forward(Run run) {
        return run.claim().phase() == Phase.FORWARD;
    }

    private void end(Claim claim, RunState state) {
        store.end(claim, state);
        log.info("run ended run={} plan={} subject={} state={}", claim.id(), claim.plan(), claim.subject(), state);
    }
}
