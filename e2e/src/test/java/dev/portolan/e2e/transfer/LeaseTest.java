package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.order.SetUpOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A freeze ends in time, whatever becomes of the other side. */
class LeaseTest {

    @Test
    void an_account_is_given_back_when_the_portal_stays_away_and_the_portal_gets_its_tombstone() {
        try (var apps = new BothApps()) {
            var cloud = apps.startCloud();
            var inCloud = new Look(apps.cloudDatabase);
            var inPortal = new Look(apps.portalDatabase);
            var journal = CommitJournal.begin(apps, inCloud, inPortal);
            var partner = new Company(inCloud, "partner", null);
            var customer = new Company(inCloud, "customer", partner);
            var orders = new Orders(cloud);
            for (var company : List.of(partner, customer)) {
                orders.stageOne(partner, company, SetUpOptions.DEFAULT);
                BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(company.id)));
            }
            customer.reports(3, 2);
            var before = new AtomicReference<String>();
            cloud.getBean(Points.class).once("before:rest-proof", run -> {
                before.set(freeze(inCloud, customer));
                apps.stopPortal();
                letTheDeadlinePass(inCloud);
            });
            orders.stageTwo(partner, customer, ReportScope.TWELVE_MONTHS);

            var licences = new Licences(inCloud, inPortal);
            BothApps.await("the freeze", () -> before.get() != null);
            assertThat(before).hasValue("FROZEN");
            BothApps.await("the end of the lease", () -> "ACTIVE".equals(freeze(inCloud, customer)));
            assertThat(apps.portalIsUp()).isFalse();
            assertThat(licences.usableHere(customer.id)).isEqualByComparingTo("100");

            apps.startPortal();
            BothApps.await("the failure", () -> "STAGE_TWO_FAILED".equals(inCloud.state(customer.id)));
            assertThat(inCloud.reason(customer.id)).isEqualTo("freeze_expired");
            assertThat(inPortal.text("select outcome from transfer_outcome where tenant_id = ?", customer.id))
                    .isEqualTo("ABORTED");
            licences.requireConserved(customer.id);
            journal.requireBalanced(customer.id);
        }
    }

    private static void letTheDeadlinePass(Look inCloud) {
        inCloud.jdbc
                .sql("update company_freeze set deadline = now() where state = 'FROZEN'")
                .update();
        inCloud.jdbc
                .sql("update scheduled_tasks set execution_time = now() where task_name = 'freeze-lease'")
                .update();
    }

    private static String freeze(Look inCloud, Company customer) {
        return String.valueOf(inCloud.text("select state from company_freeze where company_id = ?", customer.id));
    }
}
