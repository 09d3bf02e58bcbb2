package dev.portolan.crash;

import dev.portolan.crash.promise.Sight;
import dev.portolan.crash.proxy.DatabaseTap;
import dev.portolan.crash.proxy.HttpTap;
import dev.portolan.postgres.App;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a case breaks: orders it, says where it stands, and waits until it rests.
 *
 * @param plan as of a case
 */
record Move(Plant plant, Sight sight, Customer customer, String plan) {
    static final Duration DEADLINE = Duration.ofSeconds(180);

    /** Whoever orders and hears no answer looks whether it was ordered, and orders again where it was not. */
    void order(Trap trap) {
        try {
            order(plan);
        } catch (CrashFailure noAnswer) {
            if (trap.struckAt() == null) throw noAnswer;
            healthy();
            if (runState().isEmpty()) order(plan);
        }
    }

    /** Orders something else of the same company. */
    void order(String what) {
        var order = what.equals(Case.INVITE_AGAIN) ? what + ":" + users() : what;
        plant.order(customer.runner(), customer.id(), runnersManager(), order);
    }

    void cancel() {
        order("cancel:" + plan);
    }

    private String users() {
        return String.join(
                ",",
                sight.cloud().texts("select user_id from app_user where company_id = ? order by 1", customer.id()));
    }

    private UUID runnersManager() {
        return sight.cloud()
                .ids("select user_id from app_user where company_id = ? order by user_id limit 1", customer.runner())
                .getFirst();
    }

    void arm(Trap trap) {
        plant.control().listener(trap);
        plant.tap(trap.at(App.CLOUD), trap.at(App.PORTAL), trap);
    }

    void disarm() {
        plant.control().listener((node, subject, point) -> {});
        plant.tap(DatabaseTap.OPEN, DatabaseTap.OPEN, HttpTap.OPEN);
    }

    void healthy() {
        plant.nodes().forEach(Node::awaitHealth);
        plant.nodes().forEach(node -> node.jump(Duration.ZERO));
    }

    /** Waits until the status is such a one and no run is at work; false after the deadline. */
    boolean rests(Predicate<String> at) {
        return Poll.until(DEADLINE, () -> {
            try {
                return at.test(state()) && !runState().equals("RUNNING");
            } catch (RuntimeException databaseIsDown) {
                return false;
            }
        });
    }

    /** From the fault to now. */
    static Duration recovered(Trap trap) {
        var struck = trap.struckAt();
        return struck == null ? Duration.ZERO : Duration.between(struck, Instant.now());
    }

    String state() {
        return sight.cloud().text("select state from migration_status where subject_id = ?", customer.id());
    }

    private String runState() {
        return sight.cloud()
                .text("select state from migration_run where plan = ? and subject_id = ?", plan, customer.id());
    }

    /** Of the run at this moment. */
    long epoch() {
        return sight.cloud()
                .count(
                        "select coalesce(max(epoch), 0) from migration_run where plan = ? and subject_id = ?",
                        plan,
                        customer.id());
    }

    String noRest() {
        return "promise 7: no rest within " + DEADLINE + ", " + runs();
    }

    String runs() {
        return sight.cloud()
                .texts(
                        "select plan || ' ' || phase || ' ' || state || ' epoch ' || epoch || ' at ' || coalesce(step, '') || ' ' || coalesce(fault_code, '') || ' ' || coalesce(reason_code, '') from migration_run where subject_id = ?",
                        customer.id())
                .toString();
    }
}
