package dev.portolan.upgrade.journey;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Moves journeys along {@link JourneyTable}; the only place where a step changes. */
@Component
public class Journeys {
    private final Tenancy tenancy;
    private final JourneyStore store;
    private final Clock clock;

    Journeys(Tenancy tenancy, JourneyStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /** The journey of a company; begun at the first step where there is none yet. */
    public Journey of(CompanyId company, Path guess, UUID by) {
        return tenancy.within(
                company,
                () -> store.find(company, false).orElseGet(() -> {
                    if (store.begin(company, guess, by, clock.instant()))
                        store.record(
                                company,
                                new JourneyStore.Move(0, "BEGUN", guess, null, Step.CHECK),
                                by,
                                clock.instant());
                    return store.find(company, false).orElseThrow();
                }));
    }

    /** The journey of a company, if it has begun. */
    public Optional<Journey> find(CompanyId company) {
        return tenancy.within(company, () -> store.find(company, false));
    }

    /**
     * The journey, its row locked until the caller's transaction ends: what may only happen before the door closes
     * happens under this lock.
     */
    public Optional<Journey> locked(CompanyId company) {
        return tenancy.within(company, () -> store.find(company, true));
    }

    /**
     * Moves a journey and does the step's work in the same transaction.
     *
     * @param seen the step and version the person saw; if the journey is elsewhere by now, nothing is done
     * @param answers what was typed, kept beside the earlier answers
     * @param work what the step does; an exception takes all of it back
     */
    public Moved advance(
            CompanyId company,
            Seen seen,
            JourneyEvent event,
            UUID by,
            Map<String, String> answers,
            Consumer<Journey> work) {
        return tenancy.within(company, () -> {
            var now = store.find(company, true).orElseThrow();
            var to = JourneyTable.next(now.path(), now.step(), event);
            if (now.step() != seen.step() || now.version() != seen.version() || to.isEmpty())
                return new Moved.Elsewhere(now);
            store.keep(company, answers);
            work.accept(store.find(company, true).orElseThrow());
            var move = new JourneyStore.Move(
                    now.version() + 1,
                    event.name(),
                    to.get().path(),
                    now.step(),
                    to.get().step());
            store.move(company, move, by, clock.instant());
            store.record(company, move, by, clock.instant());
            return new Moved.On(store.find(company, false).orElseThrow());
        });
    }

    /** The step and version that a page was made of. */
    public record Seen(Step step, int version) {}

    /** Keeps what was typed at a step, if the journey still stands there. */
    public void keep(CompanyId company, Step step, Map<String, String> answers) {
        tenancy.run(company, () -> {
            if (store.find(company, true).filter(now -> now.step() == step).isPresent()) store.keep(company, answers);
        });
    }

    /** Closes the door; call it in {@link #advance}'s work. */
    public void closeDoor(CompanyId company) {
        tenancy.run(company, () -> store.closeDoor(company, clock.instant()));
    }
}
