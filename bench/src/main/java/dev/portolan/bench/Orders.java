package dev.portolan.bench;

import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders as the wizard gives them: the status moves and the work is ordered in one transaction. */
record Orders(ApplicationContext cloud, JdbcTemplate inCloud) {
    private static final Duration LIMIT = Duration.ofMinutes(60);

    void stageOne(Firm runner, Firm subject) {
        orderStageOne(runner, List.of(subject));
        await(subject, MigrationState.STAGE_ONE_COMPLETED);
    }

    void orderStageOne(Firm runner, List<Firm> subjects) {
        var migrations = cloud.getBean(Migrations.class);
        cloud.getBean(Tenancy.class).run(runner.company(), () -> {
            for (var subject : subjects) {
                migrations.begin(runner.company(), subject.company(), MigrationState.STAGE_ONE_PENDING);
                happened(runner, subject, MigrationEvent.STAGE_ONE_ORDERED);
            }
            cloud.getBean(StageOneOrders.class)
                    .order(
                            runner.company(),
                            subjects.stream().map(Firm::company).toList(),
                            SetUpOptions.DEFAULT,
                            runner.manager());
        });
    }

    void stageTwo(Firm runner, Firm subject) {
        orderStageTwo(runner, List.of(subject));
        await(subject, MigrationState.MIGRATION_COMPLETED);
    }

    void orderStageTwo(Firm runner, List<Firm> subjects) {
        cloud.getBean(Tenancy.class).run(runner.company(), () -> {
            for (var subject : subjects) happened(runner, subject, MigrationEvent.TRANSFER_ORDERED);
            cloud.getBean(StageTwoOrders.class)
                    .order(
                            runner.company(),
                            subjects.stream().map(Firm::company).toList(),
                            ReportScope.TWELVE_MONTHS,
                            runner.manager());
        });
    }

    void await(Firm subject, MigrationState state) {
        Await.until(() -> state(subject).filter(state.name()::equals).isPresent(), LIMIT, () -> stuck(subject));
    }

    private Optional<String> state(Firm subject) {
        return inCloud
                .queryForList("select state from migration_status where subject_id = ?", String.class, subject.id())
                .stream()
                .findFirst();
    }

    private String stuck(Firm subject) {
        return state(subject) + " "
                + inCloud.queryForList(
                        "select plan, phase, state, step, fault_code, fault, reason_code, reason from migration_run where subject_id = ?",
                        subject.id());
    }

    private void happened(Firm runner, Firm subject, MigrationEvent event) {
        var moved = cloud.getBean(Migrations.class).happened(runner.company(), subject.company(), event, null, null);
        if (moved.isEmpty()) throw new IllegalStateException(event + " cannot happen now");
    }
}
