package dev.portolan.portal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.platform.CompanyId;
import dev.portolan.portal.testing.Answer;
import dev.portolan.portal.testing.Browser;
import dev.portolan.portal.testing.FullTenant.Made;
import dev.portolan.portal.testing.Mailbox;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.portal.testing.Program;
import dev.portolan.portal.walk.Endpoint.By;
import dev.portolan.portal.walk.Endpoint.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint: the owner's request succeeds, then another tenant's user sends the identical one, with a session
 * and a CSRF token that are valid. They get a refusal, or an answer without a word of the owner's, and change no row of it.
 */
class StrangerWalkTest extends PortalTest {
    @Autowired
    ApplicationContext context;

    @Test
    void theWalkKnowsEveryEndpoint() {
        assertThat(endpoints())
                .as("endpoints of the app and those of KnownEndpoints")
                .isEqualTo(new TreeSet<>(KnownEndpoints.all().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> aStrangerGetsNothing() {
        var stranger = full.make("Stranger Corp", port);
        return KnownEndpoints.all().entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.getKey(), () -> walk(each.getKey(), each.getValue(), stranger)));
    }

    private void walk(String name, Endpoint endpoint, Made stranger) {
        switch (endpoint) {
            case Endpoint.Open open -> assertThat(open.why()).isNotBlank();
            case Endpoint.Elsewhere elsewhere -> assertThat(elsewhere.test()).isNotBlank();
            case Endpoint.Owned owned -> walk(method(name), owned, stranger);
            case Endpoint.Link link -> walk(method(name), link, stranger);
        }
    }

    private void walk(String method, Endpoint.Owned owned, Made stranger) {
        var owner = owner(stranger.tenant());
        var request = owned.request().apply(owner);
        var answer = send(owned.by(), owner, method, request);
        assertThat(owned.succeeds().test(answer))
                .as("the owner gets %s: %s", answer.status(), answer.body())
                .isTrue();
        var before = rows(owner.tenant());
        var strangers = send(owned.by(), stranger, method, request);
        assertNothingOf(owner, request, strangers);
        assertThat(rows(owner.tenant())).as("the owner's rows").isEqualTo(before);
    }

    private void walk(String method, Endpoint.Link link, Made stranger) {
        var owner = owner(stranger.tenant());
        var before = rows(owner.tenant());
        var browser = browser().signIn(stranger.manager());
        var stolen = link.stolen().apply(owner);
        var answer = browser.send(method, stolen.path(), stolen.form());
        assertThat(answer.status()).isEqualTo(404);
        assertNothingOf(owner, stolen, answer);
        assertThat(rows(owner.tenant())).as("the owner's rows").isEqualTo(before);
        var holder = browser();
        holder.get("/sign-in");
        var request = link.request().apply(owner);
        assertThat(holder.send(method, request.path(), request.form()).status()).isIn(200, 302);
    }

    /** A fresh owner for every endpoint, so that no act stands in another's way. */
    private Made owner(CompanyId stranger) {
        var owner = full.make("Owner " + UUID.randomUUID().toString().substring(0, 8), port);
        var mail =
                new Mailbox(MAIL, owner.invitee().email()).await(1).getFirst().path();
        return owner.with(mail.substring(mail.lastIndexOf('/') + 1), stranger);
    }

    private Answer send(By by, Made sender, String method, Request request) {
        return switch (by) {
            case PERSON -> browserOf(sender).send(method, request.path(), request.form());
            case KEY ->
                new Program(port, Map.of("X-BLANCCO-API-KEY", sender.apiKey()))
                        .send(method, request.path(), request.type(), request.body());
            case CLIENT ->
                new Program(port, Map.of("Authorization", "Bearer " + sender.clientToken()))
                        .send(method, request.path(), request.type(), request.body());
        };
    }

    private Browser browserOf(Made sender) {
        return browser().signIn(world.user(sender.tenant(), "Walker", "MANAGER", true));
    }

    /** What the stranger sent themselves may come back to them; an id that they sent is no news. */
    private static void assertNothingOf(Made owner, Request sent, Answer answer) {
        assertThat(answer.status()).as("no fault").isLessThan(500);
        var news = owner.secrets().stream()
                .filter(secret -> !sent.path().contains(secret))
                .filter(secret -> !sent.form().containsValue(secret))
                .toList();
        assertThat(answer.body()).doesNotContain(news);
    }

    /** A digest of every row of the tenant. */
    private String rows(CompanyId tenant) {
        return tenancy.within(tenant, () -> {
            var tables = jdbc.sql("""
                    select table_name from information_schema.columns
                    where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'sign_in_directory'
                    order by table_name
                    """).query(String.class).list();
            return String.join("\n", tables.stream().map(this::digest).toList());
        });
    }

    private String digest(String table) {
        return jdbc.sql("select '%s ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from %s t"
                        .formatted(table, table))
                .query(String.class)
                .single();
    }

    private static String method(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private TreeSet<String> endpoints() {
        var found = new TreeSet<String>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> found.addAll(names(info)));
        return found;
    }

    private static List<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty()
                ? List.of("*")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(method -> method + " " + pattern))
                .toList();
    }
}
