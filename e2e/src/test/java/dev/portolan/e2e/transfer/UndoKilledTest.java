package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.portal.PortalApp;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Crash: Cloud and Portal as processes that are killed in the middle of an undo, on both sides of its point of no return. */
@Tag("proof")
class UndoKilledTest {
    private final Nodes nodes = new Nodes();
    private BothApps apps;
    private Look inCloud;
    private Look inPortal;
    private Licences licences;
    private CommitJournal journal;
    private Company customer;
    private UUID open;
    private UUID since;

    @BeforeEach
    void moveACustomerInThisJvm() {
        apps = new BothApps();
        inCloud = new Look(apps.cloudDatabase);
        inPortal = new Look(apps.portalDatabase);
        licences = new Licences(inCloud, inPortal);
        journal = CommitJournal.begin(apps, inCloud, inPortal);
        var partner = new Company(inCloud, "partner", null);
        customer = new Company(inCloud, "customer", partner);
        var cloud = apps.startCloud();
        var orders = new Orders(cloud);
        for (var company : List.of(partner, customer)) {
            orders.stageOne(partner, company, SetUpOptions.DEFAULT);
            stands(company, "STAGE_ONE_COMPLETED");
        }
        customer.reports(300, 2);
        open = customer.reserve(BigDecimal.TEN);
        orders.stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);
        stands(customer, "MIGRATION_COMPLETED");
        since = UndoCase.reportThere(apps, customer);
        apps.stopPortal();
        orders.undo(partner, customer);
        apps.stopClouds();
    }

    @AfterEach
    void endThem() {
        nodes.close();
        apps.close();
    }

    @Test
    void whatever_is_killed_and_whenever_everything_is_in_the_cloud_once() throws InterruptedException {
        var portal = nodes.start(PortalApp.class, "", apps.portalArguments());
        for (var point : List.of("undo-committed", "undo-decided")) {
            var cloud = nodes.start(HaltingCloud.class, point, apps.cloudArguments());
            assertThat(cloud.waitFor(3, TimeUnit.MINUTES))
                    .as("dies at " + point)
                    .isTrue();
            assertThat(cloud.exitValue()).isEqualTo(137);
            licences.requireConserved(customer.id);
            portal.destroyForcibly().waitFor();
            portal = nodes.start(PortalApp.class, "", apps.portalArguments());
        }
        nodes.start(HaltingCloud.class, "", apps.cloudArguments());
        stands(customer, "STAGE_ONE_COMPLETED");

        assertThat(inPortal.count("select count(*) from report where tenant_id = ?", customer.id))
                .as("what the Portal has received itself")
                .isOne();
        assertThat(inCloud.count("select count(*) from report where company_id = ?", customer.id))
                .isEqualTo(301);
        assertThat(inCloud.count("select count(*) from report where document_id = ?", since))
                .isOne();
        assertThat(inCloud.count("select count(*) from undo_outcome where outcome = 'UNDONE'"))
                .isOne();
        assertThat(inCloud.text("select state from company_freeze where company_id = ?", customer.id))
                .isEqualTo("ACTIVE");
        assertThat(inCloud.text("select state from reservation where reservation_id = ?", open))
                .isEqualTo("OPEN");
        assertThat(licences.usableHere(customer.id)).isEqualByComparingTo("100");
        licences.requireConserved(customer.id);
        journal.requireBalanced(customer.id);
    }

    private void stands(Company company, String state) {
        BothApps.await(state, () -> state.equals(inCloud.state(company.id)));
    }
}
