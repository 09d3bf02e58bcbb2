package dev.portolan.portal.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.CompanyId;
import dev.portolan.portal.testing.Mailbox;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersPageTest extends PortalTest {
    CompanyId tenant;
    Person manager;

    @BeforeEach
    void aTenant() {
        tenant = world.customer("People Ltd");
        manager = world.manager(tenant);
    }

    private Map<String, String> form(String email, String name) {
        return Map.of(
                "email",
                email,
                "name",
                name,
                "role",
                world.role(tenant, "BASIC_USER").toString());
    }

    @Test
    void aNewUserIsInvitedAndSignsUp() {
        var address = "New." + UUID.randomUUID() + "@Example.org";
        var browser = browser().signIn(manager);
        assertThat(browser.post("/users", form(address, "Nina New")).status()).isEqualTo(302);
        assertThat(browser.get("/users").body()).contains("Nina New", address.toLowerCase());
        var link = new Mailbox(MAIL, address.toLowerCase()).await(1).getFirst().path();
        assertThat(browser().get(link).heading()).isEqualTo("Sign up");
    }

    @Test
    void anAddressThatSomebodyHasIsRefusedBesideItsField() {
        var elsewhere = world.manager(world.customer("Elsewhere"));
        var answer =
                browser().signIn(manager).post("/users", form(elsewhere.email().toUpperCase(), "Twice"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email-fault").text()).contains("belongs to an account already");
        assertThat(answer.page().select("#new-name").val())
                .as("what was typed is kept")
                .isEqualTo("Twice");
    }

    @Test
    void whatIsMissingIsSaidBesideEachField() {
        var answer = browser().signIn(manager).post("/users", Map.of("email", "nonsense", "name", " "));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email-fault, #name-fault, #role-fault"))
                .hasSize(3);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndCanComeBack() {
        var colleague = world.basicUser(tenant);
        var theirs = browser().signIn(colleague);
        assertThat(theirs.get("/").status()).isEqualTo(200);
        var browser = browser().signIn(manager);
        browser.post("/users/" + colleague.id() + "/disable", Map.of());
        assertThat(theirs.get("/").header("Location")).contains("/sign-in");
        browser.post("/users/" + colleague.id() + "/enable", Map.of());
        browser().signIn(colleague);
    }

    @Test
    void aManagerCannotLockThemselvesOut() {
        assertThat(browser()
                        .signIn(manager)
                        .post("/users/" + manager.id() + "/disable", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBasicUserSeesNoUsersAndChangesNone() {
        var browser = browser().signIn(world.basicUser(tenant));
        assertThat(browser.get("/users").status()).isEqualTo(403);
        assertThat(browser.post("/users", form("x@example.org", "X")).status()).isEqualTo(403);
        assertThat(browser.get("/").page().select("nav a[href=/users]")).isEmpty();
    }
}
