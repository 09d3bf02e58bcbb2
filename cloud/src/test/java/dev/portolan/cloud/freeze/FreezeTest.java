package dev.portolan.cloud.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.web.Refusal;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

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

    /** What the transfer relies on: an open writer holds the freeze back until its commit. */
    @Test
    void theFreezeWaitsForAWriterThatIsNotDone() throws Exception {
        var holding = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> tenancy.run(company.id(), () -> {
                freeze.share(company.id());
                holding.countDown();
                await(done);
            }));
            holding.await();
            assertThatThrownBy(() -> tenancy.run(company.id(), () -> {
                        jdbc.sql("set local lock_timeout to '200ms'").update();
                        jdbc.sql("update company_freeze set changed_at = changed_at where company_id = :company")
                                .param("company", company.id().value())
                                .update();
                    }))
                    .isInstanceOf(DataAccessException.class);
            done.countDown();
            writer.get();
        }
        companies.freeze(company, "FROZEN");
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
