package dev.portolan.portal.walk;

import dev.portolan.portal.testing.Answer;
import dev.portolan.portal.testing.FullTenant.Made;
import dev.portolan.portal.testing.TestReports;
import dev.portolan.portal.testing.World;
import dev.portolan.portal.walk.Endpoint.By;
import dev.portolan.portal.walk.Endpoint.Elsewhere;
import dev.portolan.portal.walk.Endpoint.Open;
import dev.portolan.portal.walk.Endpoint.Owned;
import dev.portolan.portal.walk.Endpoint.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Every endpoint of the app by method and pattern. A new endpoint is added here with a request of its owner, or the build
 * fails; whoever adds one that is walked elsewhere names the test.
 */
final class KnownEndpoints {
    private KnownEndpoints() {}

    static Map<String, Endpoint> all() {
        var all = new LinkedHashMap<String, Endpoint>();
        all.put("* /error", new Open("says what went wrong with the reader's own request"));
        all.put("GET /sign-in", new Open("a form"));
        all.put("POST /tastes", new Open("the reader's own language and theme"));
        all.put("GET /v1/openapi", new Open("describes the API, the same for everybody signed in"));
        all.put("GET /v1/openapi.yaml", new Open("describes the API, the same for everybody signed in"));
        all.put("POST /exchange/v1/**", new Elsewhere("the exchange's own tests: another port, a client certificate"));
        pages(all);
        acts(all);
        programs(all);
        invitations(all);
        return all;
    }

    private static void pages(Map<String, Endpoint> all) {
        all.put("GET /", page(made -> "/"));
        all.put("GET /reports", page(made -> "/reports?q=" + made.report()));
        all.put("GET /reports/{id}", page(made -> "/reports/" + made.report()));
        all.put("GET /reports/{id}/original.xml", page(made -> "/reports/" + made.report() + "/original.xml"));
        all.put("GET /reports/{id}/certificate.pdf", page(made -> "/reports/" + made.report() + "/certificate.pdf"));
        all.put("GET /licences", page(made -> "/licences"));
        all.put("GET /licences/rates", page(made -> "/licences/rates"));
        all.put("GET /licences/{pool}", page(made -> "/licences/" + made.pool()));
        for (var form : List.of("", ".pdf", ".json")) {
            all.put("GET /transfer-certificate" + form, page(made -> "/transfer-certificate" + form));
            all.put(
                    "GET /tenants/{id}/transfer-certificate" + form,
                    page(made -> "/tenants/" + made.customer() + "/transfer-certificate" + form));
        }
        all.put("GET /transfer-certificate/proof", page(made -> "/transfer-certificate/proof?report=" + made.report()));
        all.put(
                "GET /tenants/{id}/transfer-certificate/proof",
                page(made -> "/tenants/" + made.customer() + "/transfer-certificate/proof?report=" + made.report()));
        all.put("GET /tenants", page(made -> "/tenants"));
        all.put("GET /tenants/{id}", page(made -> "/tenants/" + made.customer()));
        all.put("GET /users", page(made -> "/users"));
        all.put("GET /settings", page(made -> "/settings"));
        all.put("GET /settings/clients", page(made -> "/settings/clients"));
        all.put("GET /support", page(made -> "/support"));
        all.put("GET /support/api-guide", page(made -> "/support/api-guide"));
        all.put(
                "GET /support/knowledge/management-portal-api",
                page(made -> "/support/knowledge/management-portal-api"));
        all.put("GET /support/api-keys", page(made -> "/support/api-keys"));
    }

    private static void acts(Map<String, Endpoint> all) {
        all.put(
                "POST /users",
                act(made -> Request.form(
                        "/users",
                        Map.of(
                                "email",
                                UUID.randomUUID() + "@example.org",
                                "name",
                                "Newcomer",
                                "role",
                                made.managerRole().toString()))));
        all.put(
                "POST /users/{id}/invitation",
                act(made -> Request.to("/users/" + made.invitee().id() + "/invitation")));
        all.put(
                "POST /users/{id}/disable",
                act(made -> Request.to("/users/" + made.colleague().id() + "/disable")));
        all.put(
                "POST /users/{id}/enable",
                act(made -> Request.to("/users/" + made.disabled().id() + "/enable")));
        all.put("POST /settings/name", act(made -> Request.form("/settings/name", Map.of("name", "Somebody"))));
        all.put(
                "POST /settings/password",
                act(made -> Request.form(
                        "/settings/password",
                        Map.of(
                                "current", World.PASSWORD,
                                "password", "four wooden sextants",
                                "repeated", "four wooden sextants"))));
        all.put("POST /settings/clients/settings-file", act(made -> Request.to("/settings/clients/settings-file")));
        all.put("POST /support/api-keys", act(made -> Request.form("/support/api-keys", Map.of("name", "Walk"))));
        all.put(
                "POST /support/api-keys/{id}/revoke",
                act(made -> Request.to("/support/api-keys/" + made.spareKeyId() + "/revoke")));
    }

    private static void programs(Map<String, Endpoint> all) {
        all.put("GET /v1/report/export/{uuid}", by(By.KEY, made -> Request.to("/v1/report/export/" + made.report())));
        all.put(
                "GET /v1/reports/{uuid}/export",
                by(By.KEY, made -> Request.to("/v1/reports/" + made.report() + "/export?format=PDF")));
        all.put("POST /v1/client/enrolments", new Open("a code names its own user; ClientProtocolTest tries others'"));
        all.put(
                "POST /v1/client/reservations",
                by(
                        By.CLIENT,
                        made -> Request.body("/v1/client/reservations", "application/json", """
                        {"product":"Drive Eraser - PC Edition","quantity":"1","key":"%s",
                         "client":{"id":"%s","name":"simulator","version":"1.0"}}
                        """.formatted(
                                        UUID.randomUUID(), UUID.randomUUID())
                                .getBytes(StandardCharsets.UTF_8))));
        all.put(
                "DELETE /v1/client/reservations/{id}",
                by(By.CLIENT, made -> Request.to("/v1/client/reservations/" + made.reservation())));
        all.put(
                "POST /v1/client/reports",
                by(
                        By.CLIENT,
                        made -> Request.body(
                                "/v1/client/reports?reservation=" + made.spareReservation(),
                                "application/xml",
                                TestReports.report(UUID.randomUUID()))));
    }

    private static void invitations(Map<String, Endpoint> all) {
        all.put("GET /invitations/{tenant}/{token}", link("", Map.of()));
        all.put("POST /invitations/{tenant}/{token}/again", link("/again", Map.of()));
        all.put(
                "POST /invitations/{tenant}/{token}",
                link("", Map.of("password", "nine brass compasses", "repeated", "nine brass compasses")));
    }

    private static Endpoint link(String end, Map<String, String> form) {
        return new Endpoint.Link(
                made -> Request.form("/invitations/" + made.tenant() + "/" + made.linkToken() + end, form),
                made -> Request.form("/invitations/" + made.stranger() + "/" + made.linkToken() + end, form));
    }

    private static Endpoint page(Function<Made, String> path) {
        return new Owned(By.PERSON, path.andThen(Request::to), answer -> answer.status() == 200);
    }

    private static Endpoint act(Function<Made, Request> request) {
        return new Owned(By.PERSON, request, KnownEndpoints::done);
    }

    private static Endpoint by(By by, Function<Made, Request> request) {
        return new Owned(by, request, answer -> answer.status() >= 200 && answer.status() < 300);
    }

    private static boolean done(Answer answer) {
        boolean toSignIn = answer.header("Location").contains("/sign-in");
        return answer.status() == 200 || answer.status() == 302 && !toSignIn;
    }
}
