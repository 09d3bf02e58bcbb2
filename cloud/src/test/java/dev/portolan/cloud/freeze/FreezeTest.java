package dev.portolan.cloud.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.web.Refusal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FreezeTest extends CloudTest {
    @Autowired
    private Freeze freeze;

    private TestCompany company;
    private TestUser manager;
    private TestUser colleague;

    @BeforeEach
    void aCompany() {
        company = companies.customer();
        manager = companies.manager(company);
        colleague = companies.user(company, "BASIC_USER");
    }

    @Test
    void anActiveCompanyMayBeWrittenAndNoOther() {
        tenancy.run(company.id(), () -> freeze.share(company.id()));
        for (var state : new String[] {"FROZEN", "ACTIVATING", "READ_ONLY"}) {
            companies.freeze(company, state);
            assertThatThrownBy(() -> tenancy.run(company.id(), () -> freeze.share(company.id())))
                    .isInstanceOf(Refusal.class);
            assertThat(freeze.state(company.id())).isEqualTo(FreezeState.valueOf(state));
        }
    }

    @Test
    void outsideABoundTransactionItRefusesToWork() {
        assertThatThrownBy(() -> freeze.share(company.id())).isInstanceOf(IllegalStateException.class);
        var other = companies.customer();
        assertThatThrownBy(() -> tenancy.run(other.id(), () -> freeze.share(company.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readOnlyRefusesCompanyDataAndSaysWhereToGo() {
        companies.freeze(company, "READ_ONLY");
        var visitor = visitor(manager);
        var role = Map.of("role", company.roles().get("AUDITOR").toString());
        var refused = visitor.post("/users/" + colleague.id() + "/role", role);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(PORTAL);
        var page = visitor.page("/users/" + colleague.id());
        assertThat(page.select("fieldset[disabled] #role")).hasSize(1);
        assertThat(page.select("[role=status]").text()).contains("read-only", PORTAL);
    }

    @Test
    void readOnlyStillLetsPeopleSignInReadAndDisableAUser() {
        companies.freeze(company, "READ_ONLY");
        var visitor = visitor(manager);
        for (var path : new String[] {"/", "/reports", "/licences", "/users", "/audit", "/audit/log.csv", "/settings"})
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        assertThat(visitor.post("/users/" + colleague.id() + "/disable", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.post("/tastes", Map.of("language", "de")).statusCode())
                .isEqualTo(302);
        var password = Map.of("current", manager.password(), "wanted", "quite another password");
        assertThat(visitor.post("/settings/password", password).statusCode()).isEqualTo(302);
    }
}
