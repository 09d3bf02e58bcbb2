package dev.portolan.portal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.portal.testing.FullTenant.Made;
import dev.portolan.portal.testing.Mailbox;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.web.testing.UntranslatedText;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every page, in every language: it stands, is built as pages are, and says nothing that is not in the texts. */
class PagesTest extends PortalTest {

    /** Every page that a signed-in partner can reach; the walk over endpoints sees to it that none is missing. */
    static List<String> pages(Made made) {
        return List.of(
                "/",
                "/reports",
                "/reports?q=zzz&state=NOT_ERASED&kind=MOBILE&from=2026-01-01&until=2026-01-31",
                "/reports/" + made.report(),
                "/licences",
                "/licences/rates",
                "/licences/" + made.pool(),
                "/tenants",
                "/tenants?q=zzz",
                "/tenants/" + made.customer(),
                "/users",
                "/settings",
                "/settings/clients",
                "/support",
                "/support/api-guide",
                "/support/knowledge/management-portal-api",
                "/support/api-keys");
    }

    @Test
    void everyPageStandsInBothLanguages() {
        var made = full.make("Standing GmbH", port);
        for (var language : List.of("en", "de")) {
            var browser = browser().speaking(language).signIn(made.manager());
            for (var path : pages(made)) {
                var answer = browser.get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                var page = answer.page();
                assertThat(page.select("h1")).as("h1 of " + path).hasSize(1);
                assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language);
                assertThat(unlabelled(page))
                        .as("fields without a label on " + path)
                        .isEmpty();
                assertThat(page.select("th:not([scope])"))
                        .as("table heads without scope on " + path)
                        .isEmpty();
                assertThat(page.select("script:not([src])"))
                        .as("inline scripts on " + path)
                        .isEmpty();
            }
        }
    }

    @Test
    void aTenantWithNothingYetIsToldWhatToDoFirst() {
        var browser = browser().signIn(world.manager(world.tenant("Empty AG", "PARTNER", "en")));
        for (var path : List.of("/", "/reports", "/licences", "/tenants", "/settings/clients", "/support/api-keys")) {
            var answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.page().select(".empty .empty-subtitle").text())
                    .as(path)
                    .isNotBlank();
        }
    }

    @Test
    void noTextIsHardCoded() {
        var made = full.make("Pseudo Ltd", port);
        var browser = browser().speaking("en-XA").signIn(made.manager());
        for (var path : pages(made)) {
            assertThat(UntranslatedText.in(browser.get(path).page())).as(path).isEmpty();
        }
        var stranger = browser().speaking("en-XA");
        assertThat(UntranslatedText.in(stranger.get("/sign-in").page())).isEmpty();
        assertThat(UntranslatedText.in(stranger.get("/invitations/x/y").page())).isEmpty();
        var link = new Mailbox(MAIL, made.invitee().email()).await(1).getFirst().path();
        assertThat(UntranslatedText.in(stranger.get(link).page())).isEmpty();
        assertThat(UntranslatedText.in(
                        stranger.post(link, Map.of("password", "short")).page()))
                .isEmpty();
    }

    @Test
    void theEmptyPagesAreNotHardCodedEither() {
        var browser = browser().speaking("en-XA").signIn(world.manager(world.tenant("Empty", "PARTNER", "en")));
        for (var path : List.of("/", "/reports", "/licences", "/tenants", "/settings/clients", "/support/api-keys"))
            assertThat(UntranslatedText.in(browser.get(path).page())).as(path).isEmpty();
    }

    private static List<String> unlabelled(Document page) {
        return page.select("input:not([type=hidden]), select, textarea").stream()
                .filter(field ->
                        page.select("label[for=\"" + field.id() + "\"]").isEmpty()
                                || field.id().isEmpty())
                .filter(field -> !field.hasAttr("aria-label"))
                .map(Element::outerHtml)
                .toList();
    }
}
