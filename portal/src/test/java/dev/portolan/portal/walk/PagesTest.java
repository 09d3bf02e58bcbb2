package dev.portolan.portal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.portal.testing.FullTenant.Made;
import dev.portolan.portal.testing.Mailbox;
import dev.portolan.portal.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
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
            assertThat(hardCoded(browser.get(path).page())).as(path).isEmpty();
        }
        var stranger = browser().speaking("en-XA");
        assertThat(hardCoded(stranger.get("/sign-in").page())).isEmpty();
        assertThat(hardCoded(stranger.get("/invitations/x/y").page())).isEmpty();
        var link = new Mailbox(MAIL, made.invitee().email()).await(1).getFirst().path();
        assertThat(hardCoded(stranger.get(link).page())).isEmpty();
        assertThat(hardCoded(stranger.post(link, Map.of("password", "short")).page()))
                .isEmpty();
    }

    @Test
    void theEmptyPagesAreNotHardCodedEither() {
        var browser = browser().speaking("en-XA").signIn(world.manager(world.tenant("Empty", "PARTNER", "en")));
        for (var path : List.of("/", "/reports", "/licences", "/tenants", "/settings/clients", "/support/api-keys"))
            assertThat(hardCoded(browser.get(path).page())).as(path).isEmpty();
    }

    /** Texts that a reader sees which neither come from the messages nor are marked as somebody's own. */
    static List<String> hardCoded(Document page) {
        var found = new ArrayList<String>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank() && visible(text) && !marked(text.text()))
                        found.add(text.text().strip());
                    if (node instanceof Element element)
                        for (var name : List.of("aria-label", "placeholder", "title", "alt"))
                            if (hardCodedAttribute(element, name)) found.add(name + "=" + element.attr(name));
                },
                page.body());
        return found;
    }

    private static boolean hardCodedAttribute(Element element, String name) {
        var value = element.attr(name);
        boolean datum = element.tagName().equals("time") || element.attr("role").equals("progressbar");
        return !value.isBlank() && !datum && !own(element) && !marked(value);
    }

    private static boolean visible(TextNode text) {
        var parent = (Element) text.parent();
        return parent != null
                && !own(parent)
                && parent.closest("script, style, template") == null
                && text.text().chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean own(Element element) {
        return element.closest("[translate=no]") != null;
    }

    /** Whether no letter or digit stands outside the marks; a text may hold another one. */
    private static boolean marked(String text) {
        int depth = 0;
        for (char each : text.toCharArray()) {
            if (each == '⟦') depth++;
            else if (each == '⟧') depth--;
            else if (depth == 0 && Character.isLetterOrDigit(each)) return false;
        }
        return true;
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
