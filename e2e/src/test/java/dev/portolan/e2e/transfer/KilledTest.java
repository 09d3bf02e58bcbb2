package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.portal.PortalApp;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Crash: Cloud and Portal as processes that are killed in mid-transfer, again and again, and started again. */
@Tag("proof")
class KilledTest {
    private final Nodes nodes = new Nodes();
    private BothApps apps;
    private Look inCloud;
    private Look inPortal;
    private Licences licences;
    private CommitJournal journal;
    private Company partner;
    private Company customer;

    @BeforeEach
    void prepareInThisJvm() {
        apps = new BothApps();
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        licences = new Licences(inCloud, inPortal);
        journal = CommitJournal.begin(apps, inCloud, inPortal);
        partner = new Company(inCloud, "partner", null);
        customer = new Company(inCloud, "customer", partner);
        var orders = new Orders(apps.startCloud());
        for (var company : List.of(partner, customer)) {
            orders.stageOne(partner, company, SetUpOptions.DEFAULT);
            BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(company.id)));
        }
        customer.reports(300, 2);
        customer.reserve(BigDecimal.TEN);
        apps.stopPortal();
        orders.stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        apps.stopClouds();
    }

    @AfterEach
    void endThem() {
        nodes.close();
        apps.close();
    }

    @Test
    void whatever_is_killed_and_whenever_the_transfer_ends_with_everything_once() throws InterruptedException {
        var portal = nodes.start(PortalApp.class, "", apps.portalArguments());
        for (var point : List.of("batch-sent", "licences-left", "activated")) {
            var cloud = nodes.start(HaltingCloud.class, point, apps.cloudArguments());
            assertThat(cloud.waitFor(3, TimeUnit.MINUTES))
                    .as("dies at " + point)
                    .isTrue();
            assertThat(cloud.exitValue()).isEqualTo(137);
            licences.requireConserved(customer.id);
            if (point.equals("licences-left") || point.equals("activated")) {
                portal.destroyForcibly().waitFor();
                portal = nodes.start(PortalApp.class, "", apps.portalArguments());
            }
        }
        nodes.start(HaltingCloud.class, "", apps.cloudArguments());
        BothApps.await("the end", () -> "MIGRATION_COMPLETED".equals(inCloud.state(customer.id)));

        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .isEqualTo(300);
        assertThat(inPortal.count("select count(*) from transfer_outcome where outcome = 'ACTIVATED'"))
                .isOne();
        assertThat(inPortal.text(
                        "select remaining || '/' || reserved from licence_balance where pool_id = ?", customer.pool))
                .isEqualTo("90.0000/10.0000");
        assertThat(inCloud.text("select state from company_freeze where company_id = ?", customer.id))
                .isEqualTo("READ_ONLY");
        licences.requireConserved(customer.id);
        journal.requireBalanced(customer.id);
    }
}
