package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.demo.data.CloudNames;
import dev.portolan.demo.data.DemoSet;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Migrations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Everybody of the demo's data set moves at once, genuine reports and all, whether eligible or not. */
class DataSetTest {
    private static final Set<String> SETTLED = Set.of("MIGRATION_COMPLETED", "STAGE_TWO_FAILED", "STAGE_ONE_FAILED");

    @Test
    void partners_and_their_customers_move_with_all_they_have_or_say_why_not() {
        try (var apps = new BothApps(DataSetTest::load)) {
            var cloud = apps.startCloud();
            var inCloud = new Look(apps.cloudDatabase);
            var inPortal = new Look(apps.portalDatabase);
            var runners = companies(inCloud, "select company_id from company where kind = 'PARTNER'");
            runners.forEach(runner -> stageOne(cloud, runner, runner));
            BothApps.await("partners", () -> runners.stream().allMatch(runner -> past(inCloud, runner)));
            for (var runner : runners)
                customers(inCloud, runner).forEach(customer -> stageOne(cloud, runner, customer));
            BothApps.await(
                    "customers",
                    () -> inCloud.count("select count(*) from migration_status where state = 'STAGE_ONE_IN_PROGRESS'")
                            == 0);
            for (var runner : runners)
                customers(inCloud, runner).stream()
                        .filter(customer -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.value())))
                        .forEach(customer -> stageTwo(cloud, runner, customer));
            BothApps.await(
                    "transfers",
                    () -> inCloud.count(
                                    "select count(*) from migration_status where state like 'STAGE_TWO_%' and state <> 'STAGE_TWO_FAILED'")
                            == 0);

            var ends = new TreeMap<String, Long>();
            for (var runner : runners)
                for (var customer : customers(inCloud, runner)) {
                    var end = inCloud.state(customer.value()) + " " + inCloud.reason(customer.value());
                    ends.merge(end, 1L, Long::sum);
                    if (end.startsWith("MIGRATION_COMPLETED")) {
                        new Licences(inCloud, inPortal).requireConserved(customer.value());
                        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.value()))
                                .isEqualTo(inCloud.count(
                                        "select coalesce(sum(reports), 0) from transfer_batch where company_id = ?",
                                        customer.value()));
                    }
                }
            assertThat(ends.keySet())
                    .containsExactlyInAnyOrder(
                            "MIGRATION_COMPLETED null",
                            "STAGE_ONE_FAILED email_taken",
                            "STAGE_ONE_FAILED name_not_usable",
                            "STAGE_ONE_FAILED unknown_product",
                            "STAGE_TWO_FAILED not_eligible");
        }
    }

    private static void load(BothApps apps) {
        try {
            DemoSet.load(
                    apps.cloudDatabase.userDataSource(),
                    apps.portalDatabase.userDataSource(),
                    Optional.empty(),
                    CloudNames.of(Map.of()),
                    Clock.systemUTC());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean past(Look inCloud, CompanyId runner) {
        var state = inCloud.state(runner.value());
        return "STAGE_ONE_COMPLETED".equals(state) || SETTLED.contains(String.valueOf(state));
    }

    private static List<CompanyId> companies(Look look, String sql, Object... parameters) {
        return look.jdbc.sql(sql).params(parameters).query(UUID.class).list().stream()
                .map(CompanyId::new)
                .toList();
    }

    private static List<CompanyId> customers(Look look, CompanyId runner) {
        return companies(
                look, "select company_id from company where kind = 'CUSTOMER' and parent_id = ?", runner.value());
    }

    private static void stageOne(ApplicationContext cloud, CompanyId runner, CompanyId subject) {
        var migrations = cloud.getBean(Migrations.class);
        cloud.getBean(Tenancy.class).run(runner, () -> {
            migrations.begin(runner, subject, MigrationState.STAGE_ONE_PENDING);
            migrations.happened(runner, subject, MigrationEvent.STAGE_ONE_ORDERED, null, null);
            cloud.getBean(StageOneOrders.class).order(runner, List.of(subject), SetUpOptions.DEFAULT, runner.value());
        });
    }

    private static void stageTwo(ApplicationContext cloud, CompanyId runner, CompanyId subject) {
        cloud.getBean(Tenancy.class).run(runner, () -> {
            cloud.getBean(Migrations.class).happened(runner, subject, MigrationEvent.TRANSFER_ORDERED, null, null);
            cloud.getBean(StageTwoOrders.class)
                    .order(runner, List.of(subject), ReportScope.TWELVE_MONTHS, runner.value());
        });
    }
}
