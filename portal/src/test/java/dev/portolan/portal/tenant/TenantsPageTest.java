package dev.portolan.portal.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.CompanyId;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantsPageTest extends PortalTest {
    CompanyId partner;
    CompanyId customer;
    Person manager;

    @BeforeEach
    void aPartnerWithACustomer() {
        partner = world.tenant("Nordlicht", "PARTNER", "de");
        customer = world.customer("Südwind AG");
        manager = world.manager(partner);
        world.manages(partner, customer, "Südwind AG", "STAGE_TWO");
    }

    private int looks(CompanyId tenant) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select count(*) from audit_entry
                where tenant_id = :tenant and act = 'TENANT_OPENED' and actor_id = :actor and subject_id = :customer
                """)
                        .param("tenant", tenant.value())
                        .param("actor", manager.id())
                        .param("customer", customer.value())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aPartnerOpensItsCustomerUnderAStripAndBothLogsSaySo() {
        var someone = world.invitee(customer);
        var browser = browser().signIn(manager);
        assertThat(browser.get("/tenants").page().select("tbody").text()).contains("Südwind AG", "Stage two");
        var page = browser.get("/tenants/" + customer);
        assertThat(page.page().select(".alert-info").text()).contains("You are looking at Südwind AG");
        assertThat(page.body()).contains(someone.email());
        assertThat(looks(partner)).isEqualTo(1);
        assertThat(looks(customer)).isEqualTo(1);
    }

    @Test
    void aTenantThatIsNotManagedIsNotOpened() {
        var other = world.customer("Somebody else's");
        assertThat(browser().signIn(manager).get("/tenants/" + other).status()).isEqualTo(404);
    }

    @Test
    void aCustomerHasNoTenants() {
        var browser = browser().signIn(world.manager(customer));
        assertThat(browser.get("/tenants").status()).isEqualTo(403);
        assertThat(browser.get("/").page().select("nav a[href=/tenants]")).isEmpty();
    }

    @Test
    void theSearchFindsAPartOfTheNameInAnyCase() {
        var browser = browser().signIn(manager);
        assertThat(browser.get("/tenants?q=S%C3%9CDW").page().select("tbody tr"))
                .hasSize(1);
        assertThat(browser.get("/tenants?q=nothing").page().select("tbody tr")).isEmpty();
    }
}
