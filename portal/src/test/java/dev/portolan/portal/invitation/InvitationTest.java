package dev.portolan.portal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.outbox.MailState;
import dev.portolan.portal.testing.Mailbox;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.web.Refusal;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvitationTest extends PortalTest {
    private static final String GOOD = "nine brass compasses";

    @Autowired
    Invitations invitations;

    CompanyId tenant;
    Person ines;

    @BeforeEach
    void someoneToInvite() {
        tenant = world.customer("Ölmühle & Söhne GmbH");
        ines = world.invitee(tenant);
    }

    private Mailbox mailbox() {
        return new Mailbox(MAIL, ines.email());
    }

    @Test
    void theMailNamesProductAndCompanyAndItsLinkLeadsToSignUpAndIntoTheApp() {
        invitations.invite(tenant, ines.id());
        var letter = mailbox().await(1).getFirst();
        assertThat(letter.subject()).contains("Blancco Management Portal", "Ölmühle & Söhne GmbH");
        assertThat(letter.html()).contains(letter.path()).contains("Ölmühle &amp; Söhne GmbH");

        var browser = browser();
        var page = browser.get(letter.path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Sign up");
        assertThat(page.body()).contains(ines.name(), ines.email());

        var signedUp = browser.post(letter.path(), Map.of("password", GOOD, "repeated", GOOD));
        assertThat(signedUp.status()).isEqualTo(302);
        assertThat(browser.get("/").heading()).isEqualTo("Dashboard");

        var state = invitations.state(tenant).getFirst();
        assertThat(state.mail()).isEqualTo(MailState.HANDED_OVER);
        assertThat(state.signedUpAt()).isNotNull();
        assertThat(state.firstSignedInAt()).isNotNull();
    }

    @Test
    void theMailSpeaksTheLanguageOfTheTenant() {
        var german = world.tenant("Rechenhof AG", "CUSTOMER", "de");
        ines = world.invitee(german);
        invitations.invite(german, ines.id());
        assertThat(mailbox().await(1).getFirst().text()).startsWith("Guten Tag Ines Invited,");
    }

    @Test
    void aLinkWorksOnce() {
        invitations.invite(tenant, ines.id());
        var path = mailbox().await(1).getFirst().path();
        var browser = browser();
        browser.get(path);
        browser.post(path, Map.of("password", GOOD, "repeated", GOOD));

        var other = browser();
        assertThat(other.get(path).heading()).isEqualTo("This link has been used");
        assertThat(other.post(path, Map.of("password", "another good password", "repeated", "another good password"))
                        .heading())
                .isEqualTo("This link has been used");
    }

    @Test
    void ofTwoWhoUseItAtOnceOneWins() throws Exception {
        invitations.invite(tenant, ines.id());
        var path = mailbox().await(1).getFirst().path();
        Callable<Integer> signUp = () -> {
            var browser = browser();
            browser.get(path);
            return browser.post(path, Map.of("password", GOOD, "repeated", GOOD))
                    .status();
        };
        try (var pool = Executors.newFixedThreadPool(4)) {
            pool.invokeAll(Collections.nCopies(4, signUp));
        }
        var used = tenancy.within(
                tenant,
                () -> jdbc.sql("select version from app_user where tenant_id = :tenant and user_id = :user")
                        .param("tenant", tenant.value())
                        .param("user", ines.id())
                        .query(Integer.class)
                        .single());
        assertThat(used).as("the password was set once").isEqualTo(1);
    }

    @Test
    void aLaterInvitationTakesThePlaceOfAnEarlierOne() {
        invitations.invite(tenant, ines.id());
        var first = mailbox().await(1).getFirst().path();
        invitations.invite(tenant, ines.id());
        mailbox().await(2);
        assertThat(browser().get(first).heading()).isEqualTo("There is a newer link");
    }

    @Test
    void anExpiredLinkOffersANewOneThatGoesToTheSameAddress() {
        invitations.invite(tenant, ines.id());
        var path = mailbox().await(1).getFirst().path();
        tenancy.run(tenant, () -> jdbc.sql("""
                        update invitation
                        set expires_at = now() - interval '1 minute', invited_at = now() - interval '15 days'
                        where tenant_id = :tenant
                        """).param("tenant", tenant.value()).update());
        var browser = browser();
        assertThat(browser.get(path).heading()).isEqualTo("This link has expired");
        assertThat(browser.post(path + "/again", Map.of("email", "thief@example.net"))
                        .body())
                .contains("A new link is on its way");
        var second = mailbox().await(2).getLast().path();
        assertThat(browser().get(second).heading()).isEqualTo("Sign up");

        browser.post(path + "/again", Map.of());
        assertThat(browser().get(second).heading())
                .as("asking again at once sends nothing")
                .isEqualTo("Sign up");
    }

    @Test
    void aWeakPasswordIsRefusedBesideItsField() {
        invitations.invite(tenant, ines.id());
        var path = mailbox().await(1).getFirst().path();
        var browser = browser();
        browser.get(path);
        for (var weak : new String[] {"short", "password1234", "aaaaaaaaaaaaaa", "invited-ines1"}) {
            var answer = browser.post(path, Map.of("password", weak, "repeated", weak));
            assertThat(answer.status()).as(weak).isEqualTo(422);
            assertThat(answer.page().select("#password-fault").text()).as(weak).isNotBlank();
        }
        var answer = browser.post(path, Map.of("password", GOOD, "repeated", GOOD + "x"));
        assertThat(answer.page().select("#repeated-fault").text()).contains("differ");
    }

    @Test
    void aLinkOfAnotherTenantOrAMadeUpOneShowsNothing() {
        invitations.invite(tenant, ines.id());
        var path = mailbox().await(1).getFirst().path();
        var other = world.customer("Other");
        var token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(browser().get("/invitations/" + other + "/" + token).status())
                .isEqualTo(404);
        assertThat(browser()
                        .get("/invitations/" + tenant + "/" + "x".repeat(43))
                        .status())
                .isEqualTo(404);
        assertThat(browser().get("/invitations/nonsense/" + token).status()).isEqualTo(404);
    }

    @Test
    void whoHasSignedUpIsNotInvitedAgain() {
        var manager = world.manager(tenant);
        assertThatThrownBy(() -> invitations.invite(tenant, manager.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("already_signed_up"));
    }
}
