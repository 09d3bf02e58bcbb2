package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.contract.ManagementPortal;
import dev.portolan.contract.PeopleProvision;
import dev.portolan.contract.PortalRefusal;
import dev.portolan.upgrade.order.SetUpOptions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;

/** Stage one, from the order to the tenant, its people and their invitations. */
@ExtendWith(Pair.Shared.class)
class StageOneTest {
    private static BothApps apps;
    private static ApplicationContext cloud;
    private static Look inCloud;
    private static Look inPortal;
    private static Company partner;

    @BeforeAll
    static void start(Pair pair) {
        apps = pair.apps;
        cloud = pair.cloud;
        inCloud = pair.inCloud;
        inPortal = pair.inPortal;
        partner = new Company(inCloud, "partner", null);
        order(partner, SetUpOptions.DEFAULT);
        BothApps.await("the partner's stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(partner.id)));
    }

    @Test
    void by_default_the_main_groups_users_with_predefined_roles_come_over_and_are_invited() {
        assertThat(emails(partner)).containsExactly(partner.email("auditor"), partner.email("manager"));
        assertThat(inPortal.count("select count(*) from invitation where tenant_id = ?", partner.id))
                .isEqualTo(2);
        assertThat(apps.mail.getReceivedMessagesForDomain("partner.example")).hasSize(2);
    }

    @Test
    void a_customers_tenant_stands_in_its_partners_list_with_a_trial_pool() {
        var customer = new Company(inCloud, "customer", partner);
        order(customer, new SetUpOptions(true, true, false));
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.id)));

        assertThat(emails(customer)).hasSize(4).doesNotContain(customer.email("gone"));
        assertThat(inPortal.count(
                        "select count(*) from managed_tenant where tenant_id = ? and managed_id = ?",
                        partner.id,
                        customer.id))
                .isOne();
        assertThat(inPortal.count(
                        "select sum(remaining)::bigint from licence_balance where tenant_id = ?", customer.id))
                .isEqualTo(5);
        assertThat(inPortal.text(
                        "select r.predefined from app_user u join role r using (tenant_id, role_id) where u.email = ?",
                        customer.email("special")))
                .isEqualTo("BASIC_USER");
    }

    @Test
    void an_address_of_another_tenant_stops_it_with_the_address_and_it_goes_on_when_ordered_again() {
        var customer = new Company(inCloud, "taken", partner);
        inPortal.jdbc
                .sql("insert into sign_in_directory values (?, ?, ?)")
                .params(customer.email("auditor"), partner.id, partner.manager)
                .update();
        order(customer, SetUpOptions.DEFAULT);
        BothApps.await("the fault", () -> "STAGE_ONE_FAILED".equals(inCloud.state(customer.id)));
        assertThat(inCloud.reason(customer.id)).isEqualTo("email_taken");
        assertThat(inCloud.text("select reason[1] from migration_status where subject_id = ?", customer.id))
                .isEqualTo(customer.email("auditor"));

        inPortal.jdbc
                .sql("delete from sign_in_directory where email = ?")
                .params(customer.email("auditor"))
                .update();
        order(customer, SetUpOptions.DEFAULT);
        BothApps.await("stage one", () -> "STAGE_ONE_COMPLETED".equals(inCloud.state(customer.id)));
        assertThat(apps.mail.getReceivedMessagesForDomain("taken.example")).hasSize(2);
    }

    @Test
    void a_message_sent_twice_answers_as_the_first_time() {
        var portal = cloud.getBean(ManagementPortal.class);
        var nothing = new PeopleProvision(partner.id, List.of(), List.of(), List.of());
        var first = portal.provision(nothing);
        var second = portal.provision(nothing);
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
    }

    @Test
    void people_of_a_tenant_that_does_not_exist_are_refused() {
        var nobody = new PeopleProvision(UUID.randomUUID(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> cloud.getBean(ManagementPortal.class).provision(nobody))
                .isInstanceOfSatisfying(
                        PortalRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("unknown_tenant"));
    }

    private static List<String> emails(Company company) {
        return inPortal.jdbc
                .sql("select email from app_user where tenant_id = ? order by email")
                .params(company.id)
                .query(String.class)
                .list();
    }

    private static void order(Company subject, SetUpOptions options) {
        new Orders(cloud).stageOne(partner, subject, options);
    }
}
