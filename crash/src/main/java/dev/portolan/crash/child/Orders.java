package dev.portolan.crash.child;

import dev.portolan.migration.Cancelling;
import dev.portolan.migration.Plan;
import dev.portolan.migration.Step;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders as the wizard gives them: the status moves and the work is ordered in one transaction. */
final class Orders implements Commands.Desk {
    private final Tenancy tenancy;
    private final Migrations migrations;
    private final StageOneOrders stageOne;
    private final StageTwoOrders stageTwo;
    private final List<Plan> plans;

    Orders(Tenancy tenancy, Migrations migrations, StageOneOrders stageOne, StageTwoOrders stageTwo, List<Plan> plans) {
        this.tenancy = tenancy;
        this.migrations = migrations;
        this.stageOne = stageOne;
        this.stageTwo = stageTwo;
        this.plans = List.copyOf(plans);
    }

    @Override
    public void order(UUID runner, UUID subject, UUID by, String what) {
        var partner = new CompanyId(runner);
        var customer = new CompanyId(subject);
        switch (what) {
            case "stage-one" ->
                tenancy.run(partner, () -> {
                    migrations.begin(partner, customer, MigrationState.STAGE_ONE_PENDING);
                    happened(partner, customer, by, MigrationEvent.STAGE_ONE_ORDERED);
                    stageOne.order(partner, List.of(customer), SetUpOptions.DEFAULT, by);
                });
            case "stage-two" ->
                tenancy.run(partner, () -> {
                    happened(partner, customer, by, MigrationEvent.TRANSFER_ORDERED);
                    stageTwo.order(partner, List.of(customer), ReportScope.TWELVE_MONTHS, by);
                });
            case "cancel" -> {
                var cancelling = stageTwo.cancel(partner, customer, by);
                if (cancelling != Cancelling.UNDER_WAY) throw new IllegalStateException(cancelling.name());
            }
            default -> throw new IllegalArgumentException("no such order: " + what);
        }
    }

    @Override
    public List<String> steps(String name) {
        var plan = plans.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Stream.concat(plan.forward().stream(), plan.onward().stream())
                .map(Step::name)
                .toList();
    }

    private void happened(CompanyId runner, CompanyId subject, UUID by, MigrationEvent event) {
        if (migrations.happened(runner, subject, event, by, null).isEmpty())
            throw new IllegalStateException(event + " is refused");
    }
}
