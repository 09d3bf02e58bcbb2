package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.traces.RunSpan;
import dev.portolan.platform.traces.Traces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Works on a run: from its first step that is not done, until it ends or has to wait. */
@Component
class Engine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Tenancy tenancy;
    private final RunStore store;
    private final WishStore wishes;
    private final RunQueue queue;
    private final RunHold hold;
    private final RunMetrics metrics;
    private final Traces traces;
    private final Map<String, Plan> plans;
    private final FaultPoints points;

    Engine(
            Tenancy tenancy,
            RunStore store,
            WishStore wishes,
            RunQueue queue,
            RunHold hold,
            RunMetrics metrics,
            Traces traces,
            List<Plan> plans,
            ObjectProvider<FaultPoints> points) {
        this.tenancy = tenancy;
        this.store = store;
        this.wishes = wishes;
        this.queue = queue;
        this.hold = hold;
        this.metrics = metrics;
        this.traces = traces;
        this.plans = plans.stream().collect(Collectors.toMap(Plan::name, Function.identity()));
        this.points = points.getIfAvailable(() -> FaultPoints.NONE);
    }

    /** The plans that this node knows. */
    Set<String> plans() {
        return plans.keySet();
    }

    /** Claims the run and works on it, until it ends or has to wait. */
    Rest work(CompanyId runner, UUID id, String node, BooleanSupplier stopping) {
        while (true) {
            var standing = tenancy.within(runner, () -> store.standing(runner, id));
            if (!standing.state().equals(RunState.RUNNING.name())) return over(standing);
            var plan = plans.get(standing.plan());
            if (plan == null || !standing.phaseKnown()) return strange(id, standing);
            var claim = tenancy.within(runner, () -> store.claim(runner, id, node, plan.names()));
            if (claim.isEmpty()) return strange(id, standing);
            var rest = work(new Run(claim.get(), tenancy, store, points, stopping, asked -> heed(asked, plan)), plan);
            if (rest.isPresent()) return rest.get();
        }
    }

    private static Rest over(RunStore.Standing standing) {
        return standing.state().equals(RunState.NEEDS_PERSON.name()) ? Rest.Over.STANDS : Rest.Over.ENDED;
    }

    /** By another worker, or by somebody who cancelled it before it had begun. */
    private Rest overtaken(Run run) {
        var standing = tenancy.within(run.runner(), () -> store.standing(run.runner(), run.id()));
        return standing.state().equals(RunState.RUNNING.name()) ? Rest.Over.TAKEN : over(standing);
    }

    private static Rest strange(UUID id, RunStore.Standing standing) {
        log.info("run of a newer version left to another node run={} plan={}", id, standing.plan());
        return Rest.Over.STRANGE;
    }

    /** Empty where the next claim goes on at once. */
    private Optional<Rest> work(Run run, Plan plan) {
        try (var named = MDC.putCloseable(Run.TRACE, run.trace());
                var spans = traces.within(span(run.claim()), run.epoch())) {
            return attempt(run, plan).map(Rest.Again::new);
        } catch (Turned turned) {
            log.info("run turned run={} epoch={}", run.id(), run.epoch());
            return Optional.empty();
        } catch (Wished wished) {
            return granted(run, wished.wish());
        } catch (Stale stale) {
            log.info("run taken over run={} epoch={}", run.id(), run.epoch());
            return Optional.of(overtaken(run));
        } catch (Stopping stop) {
            return Optional.of(new Rest.Again(Duration.ZERO));
        }
    }

    /** Stops a run that somebody wants stopped, where it may be: under a freeze it may only be cancelled. */
    private void heed(Run run, Plan plan) {
        if (!forward(run)) return;
        var wish = tenancy.within(run.runner(), () -> wishes.wanted(run.claim()));
        if (wish.isEmpty() || wish.get() == Wish.PAUSE && plan.pressing().test(run)) return;
        throw new Wished(wish.get());
    }

    private Optional<Rest> granted(Run run, Wish wish) {
        return tenancy.within(run.runner(), () -> {
            if (!store.holds(run.claim())) return Optional.of(Rest.Over.TAKEN);
            log.info("wish granted run={} epoch={} wish={}", run.id(), run.epoch(), wish);
            if (wish == Wish.CANCEL) {
                store.turn(run.claim(), Phase.BACK, Refused.cancelled());
                return Optional.empty();
            }
            // The rows' locks order this before or after whoever lets it go on.
            var own = wishes.lockWanted(run.claim());
            if (own == Wish.PAUSE) queue.move(run.id(), QueueState.AT_WORK, QueueState.PAUSED);
            else if (own == null && hold.lockHeld()) queue.move(run.id(), QueueState.AT_WORK, QueueState.WAITING);
            else return Optional.empty();
            return Optional.of(Rest.Over.PAUSED);
        });
    }

    /** One try; what a fault leads to. */
    private Optional<Duration> attempt(Run run, Plan plan) {
        try {
            carryOut(run, plan);
            return Optional.empty();
        } catch (Turned | Stale | Stopping | Wished notAFault) {
            throw notAFault;
        } catch (Fault fault) {
            return after(run, plan, fault);
        } catch (RuntimeException unexpected) {
            log.error("step failed run={} epoch={}", run.id(), run.epoch(), unexpected);
            return after(run, plan, new AgainLater("unexpected", Backoff.USUAL, unexpected));
        }
    }

    private void carryOut(Run run, Plan plan) {
        for (var step : plan.steps(run.claim().phase())) {
            if (step.done(run)) continue;
            tenancy.run(run.runner(), () -> store.standsAt(run.claim(), step.name()));
            run.at("before:" + step.name());
            metrics.step(plan.name(), step.name(), () -> traces.step(step.name(), Engine::code, () -> step.apply(run)));
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
    private Optional<Duration> after(Run run, Plan plan, Fault fault) {
        metrics.fault(plan.name(), fault.code());
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
                    Optional.of(pause(run, plan, later.backoff().pause(faults)));
                case AgainLater _, NeedsPerson _, Refused _ -> {
                    if (forward(run)) store.turn(run.claim(), Phase.BACK, fault);
                    else end(run.claim(), RunState.NEEDS_PERSON);
                    yield Optional.empty();
                }
            };
        });
    }

    private static Duration pause(Run run, Plan plan, Duration usual) {
        if (usual.compareTo(Backoff.PRESSING) <= 0) return usual;
        return plan.pressing().test(run) ? Backoff.PRESSING : usual;
    }

    private static boolean forward(Run run) {
        return run.claim().phase() == Phase.FORWARD;
    }

    private void end(Claim claim, RunState state) {
        store.end(claim, state);
        metrics.ended(claim.plan(), state);
        if (state != RunState.NEEDS_PERSON) onceCommitted(() -> traces.ended(span(claim), state.name()));
        log.info("run ended run={} plan={} subject={} state={}", claim.id(), claim.plan(), claim.subject(), state);
    }

    private static RunSpan span(Claim claim) {
        return new RunSpan(claim.id(), claim.plan(), claim.orderedAt());
    }

    /** Of a fault; null for what only stops a step. */
    private static @Nullable String code(RuntimeException failed) {
        return switch (failed) {
            case Turned _, Stale _, Stopping _, Wished _ -> null;
            case Fault fault -> fault.code();
            default -> "unexpected";
        };
    }

    private static void onceCommitted(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
