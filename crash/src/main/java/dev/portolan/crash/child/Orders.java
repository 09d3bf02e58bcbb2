package dev.portolan.crash.child;

import dev.portolan.migration.Cancelling;
import dev.portolan.migration.Plan;
import dev.portolan.migration.Runs;
import dev.portolan.migration.Step;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders as the wizard gives them: the status moves and the work is ordered in one transaction. */
final class Orders implements Commands.Desk {
    /** Followed by the users, with commas between them. */
    private static final String AGAIN = "invite-again:";

    private final Tenancy tenancy;
    private final Migrations migrations;
    private final StageOneOrders stageOne;
    private final StageTwoOrders stageTwo;
    private final UndoOrders undos;
    private final Runs runs;
    private final List<Plan> plans;

    Orders(
            Tenancy tenancy,
            Migrations migrations,
            StageOneOrders stageOne,
            StageTwoOrders stageTwo,
            UndoOrders undos,
            Runs runs,
            List<Plan> plans) {
        this.tenancy = tenancy;
        this.migrations = migrations;
        this.stageOne = stageOne;
        this.stageTwo = stageTwo;
        this.undos = undos;
        this.runs = runs;
        this.plans = List.copyOf(plans);
    }

    @Override
    public void order(UUID runner, UUID subject, UUID by, String what) {
        var partner = new CompanyId(runner);
        var customer = new CompanyId(subject);
        if (what.startsWith("cancel:")) cancel(partner, customer, by, what.substring("cancel:".length()));
        else tenancy.run(partner, () -> begin(partner, customer, by, what));
    }

    private void begin(CompanyId partner, CompanyId customer, UUID by, String what) {
        switch (what) {
            case "stage-one" -> {
                migrations.begin(partner, customer, MigrationState.STAGE_ONE_PENDING);
                happened(partner, customer, by, MigrationEvent.STAGE_ONE_ORDERED);
                stageOne.order(partner, List.of(customer), SetUpOptions.DEFAULT, by);
            }
            case "stage-two" -> {
                happened(partner, customer, by, MigrationEvent.TRANSFER_ORDERED);
                stageTwo.order(partner, List.of(customer), ReportScope.TWELVE_MONTHS, by);
            }
            case "undo" -> {
                happened(partner, customer, by, MigrationEvent.UNDO_ORDERED);
                undos.order(partner, customer, by);
            }
            default -> {
                if (!what.startsWith(AGAIN)) throw new IllegalArgumentException("no such order: " + what);
                var users = Stream.of(what.substring(AGAIN.length()).split(","))
                        .map(UUID::fromString)
                        .toList();
                stageOne.inviteAgain(partner, customer, users, by);
            }
        }
    }

    private void cancel(CompanyId partner, CompanyId customer, UUID by, String plan) {
        var run = runs.find(partner, plan, customer).orElseThrow();
        var cancelling = runs.cancel(partner, run.id(), by);
        if (cancelling != Cancelling.UNDER_WAY) throw new IllegalStateException(cancelling.name());
    }

    @Override
    public List<String> steps(String name, boolean back) {
        var plan = plans.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (back) return plan.back().stream().map(Step::name).toList();
        return Stream.concat(plan.forward().stream(), plan.onward().stream())
                .map(Step::name)
                .toList();
    }

    private void happened(CompanyId runner, CompanyId subject, UUID by, MigrationEvent event) {
        if (migrations.happened(runner, subject, event, by, null).isEmpty())
            throw new IllegalStateException(event + " is refused");
    }
}
