package dev.portolan.e2e.transfer;

import dev.portolan.migration.Runs;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Orders as the wizard gives them: the status moves and the work is ordered in one transaction. */
record Orders(ApplicationContext cloud) {

    void stageOne(Company runner, Company subject, SetUpOptions options) {
        var migrations = cloud.getBean(Migrations.class);
        cloud.getBean(Tenancy.class).run(runner.companyId(), () -> {
            migrations.begin(runner.companyId(), subject.companyId(), MigrationState.STAGE_ONE_PENDING);
            happened(runner, subject, MigrationEvent.STAGE_ONE_ORDERED);
            cloud.getBean(StageOneOrders.class)
                    .order(runner.companyId(), List.of(subject.companyId()), options, runner.manager);
        });
    }

    void stageTwo(Company runner, Company subject, ReportScope scope) {
        cloud.getBean(Tenancy.class).run(runner.companyId(), () -> {
            happened(runner, subject, MigrationEvent.TRANSFER_ORDERED);
            cloud.getBean(StageTwoOrders.class)
                    .order(runner.companyId(), List.of(subject.companyId()), scope, runner.manager);
        });
    }

    /** As {@link #stageTwo}, but no worker begins it until it is let go on. */
    void stageTwoPaused(Company runner, Company subject, ReportScope scope) {
        cloud.getBean(Tenancy.class).run(runner.companyId(), () -> {
            stageTwo(runner, subject, scope);
            var runs = cloud.getBean(Runs.class);
            var run = runs.find(runner.companyId(), "stage-two", subject.companyId())
                    .orElseThrow();
            runs.pause(runner.companyId(), run.id(), runner.manager);
        });
    }

    void undo(Company runner, Company subject) {
        cloud.getBean(Tenancy.class).run(runner.companyId(), () -> {
            happened(runner, subject, MigrationEvent.UNDO_ORDERED);
            cloud.getBean(UndoOrders.class).order(runner.companyId(), subject.companyId(), runner.manager);
        });
    }

    Progress progress(Company runner, Company subject) {
        return cloud.getBean(StageTwoOrders.class)
                .progress(runner.companyId(), List.of(subject.companyId()))
                .get(subject.companyId());
    }

    private void happened(Company runner, Company subject, MigrationEvent event) {
        cloud.getBean(Migrations.class)
                .happened(runner.companyId(), subject.companyId(), event, null, null)
                .orElseThrow();
    }
}
