package dev.portolan.crash;

import dev.portolan.crash.Result.Verdict;
import dev.portolan.crash.promise.Promises;
import dev.portolan.crash.promise.Sight;
import dev.portolan.crash.promise.StageOne;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Moves one company, breaks what the case says, waits until the system has come to rest, and checks the promises. */
final class CaseRun {
    private static final Duration USABLE = Duration.ofSeconds(30);
    /** Where a cancelled transfer leads. */
    private static final String BACK = "STAGE_ONE_COMPLETED";

    private static final Set<String> REST = Set.of("MIGRATION_COMPLETED", "STAGE_TWO_FAILED", "PROOF_FAILED", BACK);

    private final Plant plant;
    private final Sight sight;
    private final Customer customer;
    private final UUID other;
    private final Case what;
    private final int number;
    private final Move move;
    private final List<String> broken = new ArrayList<>();

    /** @param other a company that has nothing to do with it */
    CaseRun(Plant plant, Sight sight, Customer customer, UUID other, Case what, int number) {
        this.plant = plant;
        this.sight = sight;
        this.customer = customer;
        this.other = other;
        this.what = what;
        this.number = number;
        this.move = new Move(plant, sight, customer, what.plan());
    }

    Result run() {
        try {
            return switch (what.plan()) {
                case Case.STAGE_ONE, Case.INVITE_AGAIN -> stageOne();
                case Case.UNDO -> undo();
                default -> stageTwo();
            };
        } catch (RuntimeException notEvenRun) {
            move.disarm();
            return result(Verdict.FAILED, "", Duration.ZERO, Duration.ZERO, List.of(String.valueOf(notEvenRun)));
        }
    }

    private Result stageOne() {
        var blow = blow(SmallDisk.none(plant.portalServer(), plant.directory()));
        var trap = new Trap(what, customer, blow, move::cancel);
        move.arm(trap);
        move.order(trap);
        if (!move.rests(what.isCancelled() ? "STAGE_ONE_FAILED"::equals : BACK::equals)) broken.add(move.noRest());
        var recovered = Move.recovered(trap);
        requireHappened(blow, trap);
        if (what.isCancelled()) {
            move.order(what.plan());
            if (!move.rests(BACK::equals)) broken.add(move.noRest());
        }
        int mails = what.plan().equals(Case.INVITE_AGAIN) ? 2 : 1;
        broken.addAll(new StageOne(sight, customer.id(), other, mails).broken());
        return result(verdict(), move.state(), recovered, Duration.ZERO, broken);
    }

    private Blow blow(SmallDisk disk) {
        return new Blow(plant, disk, customer.id(), move::epoch);
    }

    private Verdict verdict() {
        return broken.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
    }

    /** Waits for faults that are carried out later, takes the trap away, and lets all processes get well. */
    private void requireHappened(Blow blow, Trap trap) {
        if (!blow.happened() || trap.struckAt() == null) broken.add("the fault did not happen");
        move.disarm();
        move.healthy();
    }

    private Result undo() {
        new Loader(sight.cloud()).stock(customer, History.size(what));
        var blow = blow(SmallDisk.none(plant.portalServer(), plant.directory()));
        var undoing = new UndoRun(plant, sight, customer, other, what);
        try (undoing) {
            undoing.begin();
            var trap = new Trap(what, customer, blow, undoing::useOne);
            move.arm(trap);
            move.order(trap);
            undoing.rest();
            var recovered = Move.recovered(trap);
            requireHappened(blow, trap);
            undoing.requireUsable();
            undoing.close();
            broken.addAll(undoing.broken());
            var probes = undoing.probes();
            if (!broken.isEmpty()) new Evidence(plant, sight, customer).keep(number, trap, probes, broken);
            return result(verdict(), move.state(), recovered, probes.longestGap(), broken);
        }
    }

    private Result stageTwo() {
        new Loader(sight.cloud()).stock(customer, History.size(what));
        try (var disk = disk()) {
            if (what.fault() == Fault.FILL_PORTAL_DISK && !disk.refused().isEmpty())
                return result(
                        Verdict.NOT_POSSIBLE,
                        "",
                        Duration.ZERO,
                        Duration.ZERO,
                        List.of("no small disk: " + disk.refused()));
            var blow = blow(disk);
            var trap = new Trap(what, customer, blow, move::cancel);
            return move(trap, blow);
        }
    }

    private SmallDisk disk() {
        var directory = plant.directory().resolve("small-" + number);
        return what.fault() == Fault.FILL_PORTAL_DISK
                ? SmallDisk.mount(plant.portalServer(), directory)
                : SmallDisk.none(plant.portalServer(), directory);
    }

    private Result move(Trap trap, Blow blow) {
        var token = PortalClient.enrol(sight, customer);
        var cloud = new Probe(ClientSide.cloud(plant::cloudUrl, customer), Probe.Habit.EVERYTHING);
        var portal = new Probe(ClientSide.portal(plant.portalUrl(), token), Probe.Habit.EVERYTHING);
        var probes = new Probes(cloud, portal);
        var observer = new Observer(new TransferLook(sight, customer.id(), History.size(what)));
        Duration recovered;
        String end;
        try (probes;
                observer) {
            if (!Poll.until(USABLE, () -> !cloud.successes().isEmpty())) broken.add("nothing can be reserved at first");
            move.arm(trap);
            move.order(trap);
            end = rest();
            recovered = Move.recovered(trap);
            requireHappened(blow, trap);
            requireUsable(end, probes);
            if (what.isCancelled() && !end.equals(BACK)) broken.add("it was not cancelled");
            end = givenBack(end) ? retry(probes) : end;
        }
        check(probes, observer);
        if (!broken.isEmpty()) new Evidence(plant, sight, customer).keep(number, trap, probes, broken);
        return result(verdict(), end, recovered, probes.longestGap(), broken);
    }

    /** Waits until the run has ended. */
    private String rest() {
        if (!move.rests(REST::contains)) broken.add(move.noRest());
        return move.state();
    }

    /** After the rest, the side that has the account gives licences. */
    private void requireUsable(String end, Probes probes) {
        var since = Instant.now();
        var side = givenBack(end) ? probes.cloud() : probes.portal();
        if (!Poll.until(USABLE, () -> side.reservedAfter(since))) broken.add("nothing can be reserved after the end");
    }

    private static boolean givenBack(String end) {
        return end.equals("STAGE_TWO_FAILED") || end.equals(BACK);
    }

    /** What was given back can be moved again. */
    private String retry(Probes probes) {
        broken.addAll(new Promises(sight, customer.id(), other)
                .broken(probes.cloud().acknowledged(), probes.portal().acknowledged()));
        move.order(Case.STAGE_TWO);
        var end = rest();
        requireUsable(end, probes);
        return "given back, then " + end;
    }

    private void check(Probes probes, Observer observer) {
        broken.addAll(probes.broken());
        broken.addAll(observer.broken());
        if (observer.looks() == 0) broken.add("the observer saw nothing");
        var promises = new Promises(sight, customer.id(), other);
        if (!promises.activated()) broken.add("it was not moved in the end, " + move.runs());
        broken.addAll(
                promises.broken(probes.cloud().acknowledged(), probes.portal().acknowledged()));
    }

    private Result result(Verdict verdict, String end, Duration recovered, Duration frozen, List<String> why) {
        return new Result(number, what, verdict, end, recovered, frozen, why);
    }
}
