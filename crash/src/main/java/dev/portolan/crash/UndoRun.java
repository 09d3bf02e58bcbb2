package dev.portolan.crash;

import dev.portolan.crash.promise.Promises;
import dev.portolan.crash.promise.Sight;
import dev.portolan.crash.promise.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that has moved, and is to come back: clients on both sides, an observer, and what must hold in the end. Either
 * it was undone and the Cloud has it, or the undo was given up and the Portal has it as before.
 */
final class UndoRun implements AutoCloseable {
    private static final Duration USABLE = Duration.ofSeconds(30);
    private static final String MOVED = "MIGRATION_COMPLETED";
    private static final String UNDONE = "STAGE_ONE_COMPLETED";

    private final Sight sight;
    private final Customer customer;
    private final UUID other;
    private final Case what;
    private final Move there;
    private final Move back;
    private final Plant plant;
    private final List<String> broken = new ArrayList<>();
    private @Nullable Probes probes;
    private @Nullable Observer observer;

    UndoRun(Plant plant, Sight sight, Customer customer, UUID other, Case what) {
        this.plant = plant;
        this.sight = sight;
        this.customer = customer;
        this.other = other;
        this.what = what;
        this.there = new Move(plant, sight, customer, Case.STAGE_TWO);
        this.back = new Move(plant, sight, customer, what.plan());
    }

    /** Moves the company, with nothing broken, and lets clients work. */
    void begin() {
        there.order(Case.STAGE_TWO);
        if (!there.rests(MOVED::equals))
            throw new CrashFailure("the transfer before the undo does not end, " + there.runs());
        var token = PortalClient.enrol(sight, customer);
        var both = new Probes(
                new Probe(ClientSide.cloud(plant::cloudUrl, customer), Probe.Habit.EVERYTHING),
                new Probe(ClientSide.portal(plant.portalUrl(), token), Probe.Habit.NOTHING_USED_UP));
        probes = both;
        observer = new Observer(new UndoLook(sight, customer.id()));
        if (!Poll.until(USABLE, () -> both.portal().successes().size() > 3))
            broken.add("nothing can be reserved at first");
    }

    Probes probes() {
        return Objects.requireNonNull(probes);
    }

    /** A licence that has moved is used up: from now on it is too late for the undo. */
    void useOne() {
        if (!probes().portal().useOne()) broken.add("no licence can be used up in the Portal");
    }

    void rest() {
        if (!back.rests(Set.of(MOVED, UNDONE)::contains)) broken.add(back.noRest());
    }

    /** After the rest, the side that has the account gives licences. */
    void requireUsable() {
        var since = Instant.now();
        var side = undone() ? probes().cloud() : probes().portal();
        if (!Poll.until(USABLE, () -> side.reservedAfter(since))) broken.add("nothing can be reserved after the end");
        if (what.isCancelled() && undone()) broken.add("promise 6: undone although a licence was used");
    }

    private boolean undone() {
        return back.state().equals(UNDONE);
    }

    /** What does not hold; after the clients and the observer have ended. */
    List<String> broken() {
        var all = new ArrayList<>(broken);
        all.addAll(probes().brokenOnTheWayBack());
        var seen = Objects.requireNonNull(observer);
        all.addAll(seen.broken());
        if (seen.looks() == 0) all.add("the observer saw nothing");
        var cloud = probes().cloud().acknowledged();
        var portal = probes().portal().acknowledged();
        if (undone()) {
            int reports = History.size(what) + History.TOO_OLD;
            all.addAll(new Undone(sight, customer.id(), other, reports).broken(cloud, portal));
        } else {
            all.addAll(new Promises(sight, customer.id(), other).broken(cloud, portal));
        }
        return all;
    }

    @Override
    public void close() {
        if (observer != null) observer.close();
        if (probes != null) probes.close();
    }
}
