package dev.portolan.cloud;

import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.KnownRequest;
import dev.portolan.cloud.testing.KnownRequest.Body;
import dev.portolan.cloud.testing.Scene;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every endpoint of the Cloud's own modules with a request that its owner may make. */
final class EndpointWalkRequests {
    private EndpointWalkRequests() {}

    static List<KnownRequest> all() {
        return List.of(
                KnownRequest.list("/"),
                KnownRequest.list("/reports"),
                KnownRequest.page("/reports/{id}", scene -> "/reports/" + scene.documentId()),
                KnownRequest.page(
                        "/reports/{id}/original.xml", scene -> "/reports/" + scene.documentId() + "/original.xml"),
                KnownRequest.page(
                        "/reports/{id}/report.xml", scene -> "/reports/" + scene.documentId() + "/report.xml"),
                KnownRequest.page(
                        "/reports/{id}/report.pdf", scene -> "/reports/" + scene.documentId() + "/report.pdf"),
                KnownRequest.list("/customers"),
                KnownRequest.list("/users"),
                KnownRequest.page(
                        "/users/{id}", scene -> "/users/" + scene.colleague().id()),
                KnownRequest.form(
                        "/users/{id}/role",
                        scene -> "/users/" + scene.colleague().id() + "/role",
                        scene -> Map.of(
                                "role", scene.partner().roles().get("AUDITOR").toString())),
                KnownRequest.form(
                        "/users/{id}/disable",
                        scene -> "/users/" + scene.colleague().id() + "/disable",
                        scene -> Map.of()),
                KnownRequest.form(
                        "/users/{id}/enable",
                        scene -> "/users/" + scene.colleague().id() + "/enable",
                        scene -> Map.of()),
                KnownRequest.list("/licences"),
                KnownRequest.page("/licences/{pool}", scene -> "/licences/" + scene.pool()),
                KnownRequest.form(
                        "/licences/reservations/{id}/release",
                        scene -> "/licences/reservations/" + scene.reservation() + "/release",
                        scene -> Map.of()),
                KnownRequest.list("/api-use"),
                KnownRequest.list("/audit"),
                KnownRequest.list("/audit/log.csv"),
                KnownRequest.list("/settings"),
                KnownRequest.form("/settings/name", scene -> "/settings/name", scene -> Map.of("name", "A new name"))
                        .own(),
                KnownRequest.form(
                                "/settings/password",
                                scene -> "/settings/password",
                                scene -> Map.of(
                                        "current", scene.customerManager().password(), "wanted", "a new password!"))
                        .by(Scene::customerManager, Scene::stranger)
                        .own(),
                KnownRequest.list("/entitlements").by(Scene::operator, Scene::strangeOperator),
                KnownRequest.form(
                                "/entitlements",
                                scene -> "/entitlements",
                                scene -> Map.of("company", scene.customer().id().toString()))
                        .by(Scene::operator, Scene::strangeOperator),
                KnownRequest.list("/transfers").by(Scene::operator, Scene::strangeOperator),
                KnownRequest.form("/transfers", scene -> "/transfers", scene -> Map.of("act", "RELEASE"))
                        .by(Scene::operator, Scene::stranger),
                KnownRequest.form(
                                "/transfers/{run}",
                                scene -> "/transfers/" + scene.run(),
                                scene -> Map.of("act", "PAUSE"))
                        .by(Scene::operator, Scene::strangeOperator),
                KnownRequest.list("/sign-in"),
                KnownRequest.form("/tastes", scene -> "/tastes", scene -> Map.of("language", "en"))
                        .own(),
                KnownRequest.program(
                                "POST /client/v1/reservations",
                                scene -> "/client/v1/reservations",
                                scene -> Body.of("application/json", """
                                        {"product": "%s", "quantity": "1", "key": "%s",
                                         "client": {"id": "%s", "name": "Bench", "version": "1"}}
                                        """.formatted(
                                                Companies.PC, UUID.randomUUID(), UUID.randomUUID())))
                        .own(),
                KnownRequest.program(
                        "DELETE /client/v1/reservations/{id}",
                        scene -> "/client/v1/reservations/" + scene.reservation(),
                        scene -> Body.of("application/json", "")),
                KnownRequest.program(
                        "POST /rest-service/report/export/{format}",
                        scene -> "/rest-service/report/export/xml",
                        scene -> Body.of(
                                "application/x-www-form-urlencoded",
                                "xmlRequest="
                                        + URLEncoder.encode(
                                                """
                                                <request><export-report><search path="report.uuid" value="%s" operator="eq"
                                                datatype="string" conjunction="true"/></export-report></request>
                                                """.formatted(scene.documentId()), StandardCharsets.UTF_8))),
                KnownRequest.program(
                                "POST /client/v1/reports",
                                scene -> "/client/v1/reports?reservation=" + scene.reservation(),
                                scene -> new Body("application/xml", Companies.bytes(anotherReport())))
                        .own());
    }

    /** Framework endpoints that hold nobody's data. */
    static final List<String> NOBODYS = List.of("* /error");

    private static ReportOrder anotherReport() {
        return ReportOrder.of(DeviceKind.DESKTOP, ErasureState.ERASED, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(UUID.randomUUID());
    }
}
