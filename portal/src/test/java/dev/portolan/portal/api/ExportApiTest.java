package dev.portolan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.portolan.platform.CompanyId;
import dev.portolan.portal.report.Reports;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.portal.testing.Program;
import dev.portolan.portal.testing.TestReports;
import dev.portolan.report.ReportDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExportApiTest extends PortalTest {
    @Autowired
    Reports reports;

    @Autowired
    ApiKeys keys;

    CompanyId tenant;
    Person manager;
    UUID report;

    @BeforeEach
    void aReport() {
        tenant = world.customer("Exporter");
        manager = world.manager(tenant);
        report = UUID.randomUUID();
        reports.receive(tenant, manager.id(), TestReports.report(report), null);
    }

    private Program program(String key) {
        return new Program(port, Map.of("X-BLANCCO-API-KEY", key));
    }

    @Test
    void xmlIsTheReportWithTheReceivingEnvironmentsEntry() {
        var program = program(keys.make(tenant, manager.id(), "key"));
        for (var path : new String[] {"/v1/report/export/" + report, "/v1/reports/" + report + "/export?format=xml"}) {
            var answer = program.get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/xml");
            var document = ReportDocument.parse(answer.body().getBytes(StandardCharsets.UTF_8));
            assertThat(document.id()).isEqualTo(report);
            assertThat(document.log()).hasSize(2);
            assertThat(document.log().getLast().product()).isEqualTo("Blancco Management Portal");
        }
    }

    @Test
    void pdfIsTheCertificate() {
        var answer = program(keys.make(tenant, manager.id(), "key")).get("/v1/report/export/" + report + "?format=PDF");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-");
    }

    @Test
    void anotherFormatIsRefusedByItsCode() {
        var answer = program(keys.make(tenant, manager.id(), "key")).get("/v1/report/export/" + report + "?format=DOC");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("unknown_format");
    }

    @Test
    void withoutAValidKeyNothingIsHandedOut() {
        var revoked = keys.make(tenant, manager.id(), "revoked");
        keys.revoke(tenant, manager.id(), keys.list(tenant).getFirst().keyId());
        for (var key : new String[] {"nonsense", tenant + ".nonsense", revoked}) {
            var answer = program(key).get("/v1/report/export/" + report);
            assertThat(answer.status()).as(key).isEqualTo(401);
            assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("unauthorized");
        }
    }

    @Test
    void aKeyIsShownOnceAndItsUseIsSeen() {
        var browser = browser().signIn(manager);
        var made = browser.post("/support/api-keys", Map.of("name", "Warehouse"));
        var key = made.page().select(".alert-success .serial span").text();
        assertThat(program(key).get("/v1/report/export/" + report).status()).isEqualTo(200);
        var list = browser.get("/support/api-keys");
        assertThat(list.body()).contains("Warehouse").doesNotContain(key);
        assertThat(keys.list(tenant).getFirst().lastUsedAt()).isNotNull();
    }

    @Test
    void theApiIsDescribedToWhoeverIsSignedInOnly() {
        assertThat(new Program(port, Map.of()).get("/v1/openapi").status()).isIn(302, 401);
        var answer = browser().signIn(manager).get("/v1/openapi");
        assertThat(JsonPath.<String>read(answer.body(), "$.openapi")).startsWith("3.1");
        assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$.paths").keySet())
                .contains("/v1/report/export/{uuid}", "/v1/client/reports")
                .noneMatch(path -> !path.startsWith("/v1/"));
    }
}
