package dev.portolan.crash;

import dev.portolan.crash.Result.Verdict;
import dev.portolan.crash.promise.Promises;
import dev.portolan.crash.promise.Sight;
import dev.portolan.crash.promise.StageOne;
import dev.portolan.crash.proxy.DatabaseTap;
import dev.portolan.crash.proxy.HttpTap;
import dev.portolan.postgres.App;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Moves one company, breaks what the case says, waits until the system has come to rest, and checks the promises. */
final class CaseRun {
    private static final Duration DEADLINE = Duration.ofSeconds(180);
    private static final Duration USABLE = Duration.ofSeconds(30);
    /** Where a cancelled transfer leads. */
    private static final String BACK = "STAGE_ONE_COMPLETED";

    private static final Set<String> REST = Set.of("MIGRATION_COMPLETED", "STAGE_TWO_FAILED", "PROOF_FAILED");

    private final Plant plant;
    private final Sight sight;
    private final Customer customer;
    private final UUID other;
    private final Case what;
    private final int number;
    private final List<String> broken = new ArrayList<>();

    /** @param other a company that has nothing to do with it */
    CaseRun(Plant plant, Sight sight, Customer customer, UUID other, Case what, int number) {
        this.plant = plant;
        this.sight = sight;
        this.customer = customer;
        this.other = other;
        this.what = what;
        this.number = number;
    }

    Result run() {
        try {
            return what.plan().equals("stage-one") ? stageOne() : stageTwo();
        } catch (RuntimeException notEvenRun) {
            disarm();
            return result(Verdict.FAILED, "", Duration.ZERO, Duration.ZERO, List.of(String.valueOf(notEvenRun)));
        }
    }

    private Result stageOne() {
        var blow = new Blow(plant, SmallDisk.none(plant.portalServer(), plant.directory()), customer.id(), this::epoch);
        var trap = new Trap(what, customer, blow, () -> {});
        arm(trap);
        order(trap);
        if (!Poll.until(DEADLINE, () -> isNow("STAGE_ONE_COMPLETED")))
            broken.add("promise 7: no rest within " + DEADLINE + ", " + runs());
        var recovered = recovered(trap);
        if (!blow.happened() || trap.struckAt() == null) broken.add("the fault did not happen");
        disarm();
        healthy();
        broken.addAll(new StageOne(sight, customer.id(), other).broken());
        var verdict = broken.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
        return result(verdict, state(), recovered, Duration.ZERO, broken);
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
            var blow = new Blow(plant, disk, customer.id(), this::epoch);
            var trap = new Trap(what, customer, blow, this::cancel);
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
        var cloud = new Probe(ClientSide.cloud(plant::cloudUrl, customer));
        var portal = new Probe(ClientSide.portal(plant.portalUrl(), token));
        var probes = new Probes(cloud, portal);
        var observer = new Observer(sight, customer.id(), History.size(what));
        Duration recovered;
        String end;
        try (probes;
                observer) {
            if (!Poll.until(USABLE, () -> !cloud.successes().isEmpty())) broken.add("nothing can be reserved at first");
            arm(trap);
            order(trap);
            end = rest();
            recovered = recovered(trap);
            if (!blow.happened() || trap.struckAt() == null) broken.add("the fault did not happen");
            disarm();
            requireUsable(end, probes);
            healthy();
            if (what.isCancelled() && !end.equals(BACK)) broken.add("it was not cancelled");
            end = givenBack(end) ? retry(probes) : end;
        }
        check(probes, observer);
        var verdict = broken.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
        if (verdict == Verdict.FAILED) new Evidence(plant, sight, customer).keep(number, trap, probes, broken);
        return result(verdict, end, recovered, probes.longestGap(), broken);
    }

    private UUID runnersManager() {
        return sight.cloud()
                .ids("select user_id from app_user where company_id = ? order by user_id limit 1", customer.runner())
                .getFirst();
    }

    /** Whoever orders and hears no answer looks whether it was ordered, and orders again where it was not. */
    private void order(Trap trap) {
        try {
            plant.order(customer.runner(), customer.id(), runnersManager(), what.plan());
        } catch (CrashFailure noAnswer) {
            if (trap.struckAt() == null) throw noAnswer;
            healthy();
            if (runState().isEmpty()) plant.order(customer.runner(), customer.id(), runnersManager(), what.plan());
        }
    }

    private void cancel() {
        plant.order(customer.runner(), customer.id(), runnersManager(), "cancel");
    }

    private void arm(Trap trap) {
        plant.control().listener(trap);
        plant.tap(trap.at(App.CLOUD), trap.at(App.PORTAL), trap);
    }

    private void disarm() {
        plant.control().listener((node, subject, point) -> {});
        plant.tap(DatabaseTap.OPEN, DatabaseTap.OPEN, HttpTap.OPEN);
    }

    private void healthy() {
        plant.nodes().forEach(Node::awaitHealth);
        plant.nodes().forEach(node -> node.jump(Duration.ZERO));
    }

    /** Waits until the run has ended. */
    private String rest() {
        if (!Poll.until(DEADLINE, this::rests)) broken.add("promise 7: no rest within " + DEADLINE + ", " + runs());
        return state();
    }

    private boolean isNow(String state) {
        try {
            return state().equals(state);
        } catch (RuntimeException databaseIsDown) {
            return false;
        }
    }

    private boolean rests() {
        try {
            var state = state();
            return (REST.contains(state) || state.equals(BACK)) && !runState().equals("RUNNING");
        } catch (RuntimeException databaseIsDown) {
            return false;
        }
    }

    private Duration recovered(Trap trap) {
        var struck = trap.struckAt();
        return struck == null ? Duration.ZERO : Duration.between(struck, Instant.now());
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
        plant.order(customer.runner(), customer.id(), runnersManager(), "stage-two");
        var end = rest();
        requireUsable(end, probes);
        return "given back, then " + end;
    }

    private void check(Probes probes, Observer observer) {
        broken.addAll(probes.broken());
        broken.addAll(observer.broken());
        if (observer.looks() == 0) broken.add("the observer saw nothing");
        var promises = new Promises(sight, customer.id(), other);
        if (!promises.activated()) broken.add("it was not moved in the end, " + runs());
        broken.addAll(
                promises.broken(probes.cloud().acknowledged(), probes.portal().acknowledged()));
    }

    private String state() {
        return sight.cloud().text("select state from migration_status where subject_id = ?", customer.id());
    }

    private String runState() {
        return sight.cloud()
                .text("select state from migration_run where plan = ? and subject_id = ?", what.plan(), customer.id());
    }

    private long epoch() {
        return sight.cloud()
                .count(
                        "select coalesce(max(epoch), 0) from migration_run where plan = 'stage-two' and subject_id = ?",
                        customer.id());
    }

    private String runs() {
        return sight.cloud()
                .texts(
                        "select plan || ' ' || phase || ' ' || state || ' epoch ' || epoch || ' at ' || coalesce(step, '') || ' ' || coalesce(fault_code, '') || ' ' || coalesce(reason_code, '') from migration_run where subject_id = ?",
                        customer.id())
                .toString();
    }

    private Result result(Verdict verdict, String end, Duration recovered, Duration frozen, List<String> why) {
        return new Result(number, what, verdict, end, recovered, frozen, why);
    }
}
