package dev.portolan.crash;

import dev.portolan.crash.promise.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs cases one after the other on one plant, each on a company of its own. */
final class Campaign {
    private static final Duration STAGE_ONE = Duration.ofMinutes(3);
    private static final int AHEAD = 20;

    private final Plant plant;
    private final Sight sight;
    private final Loader loader;
    private final Customer partner = Customer.named("partner", null);
    private final Customer other = Customer.named("other", partner);

    Campaign(Plant plant, Sight sight) {
        this.plant = plant;
        this.sight = sight;
        this.loader = new Loader(sight.cloud());
    }

    List<Result> run(List<Case> cases, Consumer<Result> told) {
        loader.company(partner);
        stageOne(List.of(partner));
        stageOne(List.of(load(other)));
        var results = new ArrayList<Result>();
        var ready = new ArrayList<Customer>();
        for (int number = 0; number < cases.size(); number++) {
            if (number % AHEAD == 0) ready.addAll(prepared(cases, number, Math.min(number + AHEAD, cases.size())));
            var result = new CaseRun(plant, sight, ready.get(number), other.id(), cases.get(number), number + 1).run();
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    /** Companies; stage one is done for those whose case comes after it. */
    private List<Customer> prepared(List<Case> cases, int from, int to) {
        var some = new ArrayList<Customer>();
        for (int i = from; i < to; i++) some.add(load(Customer.named("customer" + (i + 1), partner)));
        stageOne(some.stream()
                .filter(one -> !cases.get(from + some.indexOf(one)).plan().equals(Case.STAGE_ONE))
                .toList());
        return some;
    }

    private Customer load(Customer one) {
        loader.company(one);
        return one;
    }

    private void stageOne(List<Customer> some) {
        for (var one : some) plant.order(partner.id(), one.id(), partner.manager(), "stage-one");
        for (var one : some)
            if (!Poll.until(STAGE_ONE, () -> done(one.id())))
                throw new CrashFailure("stage one of " + one.name() + " does not end");
    }

    private boolean done(UUID company) {
        return sight.cloud()
                .text("select state from migration_status where subject_id = ?", company)
                .equals("STAGE_ONE_COMPLETED");
    }
}
