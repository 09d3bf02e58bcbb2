package dev.portolan.migration;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A claimed run, as its steps see it. */
public final class Run {
    /** The key of {@link #trace} in the logs' context. */
    public static final String TRACE = "run";

    private final Claim claim;
    private final Tenancy tenancy;
    private final RunStore store;
    private final FaultPoints points;
    private final BooleanSupplier stopping;
    private final Consumer<Run> heed;

    Run(
            Claim claim,
            Tenancy tenancy,
            RunStore store,
            FaultPoints points,
            BooleanSupplier stopping,
            Consumer<Run> heed) {
        this.claim = claim;
        this.tenancy = tenancy;
        this.store = store;
        this.points = points;
        this.stopping = stopping;
        this.heed = heed;
    }

    public UUID id() {
        return claim.id();
    }

    /** Whose manager ordered it. */
    public CompanyId runner() {
        return claim.runner();
    }

    /** For whom it is done: a customer of the runner, or the runner itself. */
    public CompanyId subject() {
        return claim.subject();
    }

    /** The user who ordered it. */
    public UUID by() {
        return claim.by();
    }

    /** The fencing number of this worker. */
    public long epoch() {
        return claim.epoch();
    }

    /** A term of the order, null where it was not given. */
    public @Nullable String term(String key) {
        return claim.terms().get(key);
    }

    /** All terms of the order. */
    public Map<String, String> terms() {
        return claim.terms();
    }

    /** Why the run goes back; empty while it does not. */
    public Reason reason() {
        return new Reason(claim.reasonCode() == null ? "unexpected" : claim.reasonCode(), claim.reason());
    }

    /** Whether it goes back, or has gone, because somebody has cancelled it. */
    public boolean cancelled() {
        return Refused.CANCELLED.equals(claim.reasonCode());
    }

    /** A code and the arguments of its text. */
    public record Reason(String code, List<String> arguments) {}

    /**
     * Works in a transaction bound to the subject, after having made sure that nobody else has claimed the run; whoever
     * wants to claim it waits for this transaction.
     */
    public <T extends @Nullable Object> T within(Supplier<T> work) {
        return tenancy.within(runner(), () -> {
            if (!store.holds(claim)) throw new Stale(this);
            return tenancy.within(subject(), work);
        });
    }

    /** As {@link #within}, without a result. */
    public void write(Runnable work) {
        within(() -> {
            work.run();
            return null;
        });
    }

    /** Whether the step was done in this order, by whatever epoch. */
    public boolean passed(String step) {
        return passedAt(step) > 0;
    }

    /** Whether the step was done by this very claim: what an earlier one did may have to be done anew. */
    public boolean passedInThisEpoch(String step) {
        return passedAt(step) == epoch();
    }

    private long passedAt(String step) {
        return tenancy.within(runner(), () -> store.checkpoint(claim, step));
    }

    void pass(String step) {
        tenancy.run(runner(), () -> {
            if (!store.holds(claim)) throw new Stale(this);
            store.pass(claim, step);
        });
    }

    /** Of a step that gives back: the point of no return has been passed after all. Does not return. */
    public void turnOnward() {
        tenancy.run(runner(), () -> {
            if (!store.holds(claim)) throw new Stale(this);
            store.turn(claim, Phase.ONWARD, null);
        });
        throw new Turned();
    }

    /** To be called when a part of a long step is done: the tries begin anew. */
    public void progressed() {
        tenancy.run(runner(), () -> store.progressed(claim));
    }

    /**
     * To be called between the parts of a long step: names a fault point, and stops here when the node shuts down or
     * somebody wants the run paused or cancelled.
     */
    public void at(String point) {
        points.at(this, point);
        if (stopping.getAsBoolean()) throw new Stopping();
        heed.accept(this);
    }

    /** Names this try in logs and messages, on both sides. */
    public String trace() {
        return claim.id() + "/" + claim.epoch();
    }

    Claim claim() {
        return claim;
    }
}
