package dev.portolan.cloud.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.cloud.testing.Visitor;
import dev.portolan.platform.Ids;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest extends CloudTest {
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
    void aDisabledUserIsSignedOutAndCannotComeBack() {
        var theirs = visitor(colleague);
        assertThat(theirs.get("/reports").statusCode()).isEqualTo(200);
        post(visitor(manager), colleague, "disable", Map.of());
        assertThat(theirs.get("/reports").statusCode()).isEqualTo(302);
        var again = visitor().post("/sign-in", Map.of("email", colleague.email(), "password", colleague.password()));
        assertThat(again.headers().firstValue("location").orElse("")).contains("refused=wrong");
        post(visitor(manager), colleague, "enable", Map.of());
        assertThat(visitor(colleague).get("/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleTakenAwayIsGoneAtOnce() {
        var second = companies.manager(company);
        var theirs = visitor(second);
        post(visitor(manager), second, "role", Map.of("role", role("BASIC_USER")));
        assertThat(theirs.get("/users").statusCode()).isEqualTo(302);
        assertThat(visitor(second).get("/users").statusCode()).isEqualTo(403);
    }

    @Test
    void theLastManagerStays() {
        var visitor = visitor(manager);
        var answer = visitor.post("/users/" + manager.id() + "/role", Map.of("role", role("AUDITOR")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(visitor.post("/users/" + manager.id() + "/disable", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoMayNotChangeUsersIsRefusedOnTheServerToo() {
        var auditor = visitor(companies.user(company, "AUDITOR"));
        assertThat(auditor.page("/users/" + colleague.id()).select("form[action$=disable]"))
                .isEmpty();
        assertThat(auditor.post("/users/" + colleague.id() + "/disable", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        var visitor = visitor(manager);
        var answer = visitor.send(
                visitor.request("/users/" + colleague.id() + "/disable").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        var here = visitor(manager);
        var elsewhere = visitor(manager);
        var wrong = here.post("/settings/password", Map.of("current", "wrong", "wanted", "a longer password"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var changed =
                here.post("/settings/password", Map.of("current", manager.password(), "wanted", "a longer password"));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(here.get("/settings").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/settings").statusCode()).isEqualTo(302);
        assertThat(visitor()
                        .program(
                                manager,
                                visitor()
                                        .at("/client/v1/reservations/" + manager.id())
                                        .DELETE())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewNameShowsOnTheNextPage() {
        var visitor = visitor(manager);
        visitor.post("/settings/name", Map.of("name", "Änne Groß"));
        assertThat(visitor.page("/settings").select("header").text()).contains("Änne Groß");
    }

    @Test
    void actsStandInTheAuditLog() {
        var visitor = visitor(manager);
        post(visitor, colleague, "role", Map.of("role", role("AUDITOR")));
        post(visitor, colleague, "disable", Map.of());
        assertThat(visitor.page("/audit").select("tbody tr").eachText())
                .anyMatch(row -> row.contains("User disabled") && row.contains(colleague.name()))
                .anyMatch(row -> row.contains("Role changed") && row.contains(manager.name()));
        assertThat(visitor.get("/audit/log.csv").body())
                .contains("USER_DISABLED")
                .doesNotContain(colleague.name());
    }

    @Test
    void aClaimedAddressIsNoFormulaInTheAuditFile() {
        tenancy.run(
                company.id(),
                () -> jdbc.sql("""
                        insert into audit_entry (company_id, entry_id, at, act, address)
                        values (:company, :id, now(), 'USER_DISABLED', '=1+1,"x"')
                        """)
                        .param("company", company.id().value())
                        .param("id", Ids.next())
                        .update());
        assertThat(visitor(manager).get("/audit/log.csv").body()).contains("USER_DISABLED,,\"'=1+1,\"\"x\"\"\"\r\n");
    }

    @Test
    void findsUsersByNameOrMail() {
        var visitor = visitor(manager);
        assertThat(visitor.page("/users?q=" + colleague.email()).select("tbody tr"))
                .hasSize(1);
        assertThat(visitor.page("/users?q=nobody+at+all").select(".empty")).hasSize(1);
    }

    private void post(Visitor visitor, TestUser user, String act, Map<String, String> fields) {
        assertThat(visitor.post("/users/" + user.id() + "/" + act, fields).statusCode())
                .isEqualTo(302);
    }

    private String role(String name) {
        return company.roles().get(name).toString();
    }
}
