package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.report.ErasureState;
import dev.portolan.report.ReportDocument;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyExportTest extends CloudTest {
    private static final String STATE = "blancco_data.blancco_erasure_report.erasures.erasure.state";

    private TestCompany company;
    private TestUser user;
    private UUID erased;
    private UUID failed;

    @BeforeEach
    void twoReports() {
        company = companies.customer();
        user = companies.manager(company);
        erased = UUID.randomUUID();
        failed = UUID.randomUUID();
        companies.report(user, order(erased, ErasureState.ERASED, "SITE1"));
        companies.report(user, order(failed, ErasureState.NOT_ERASED, "SITE2"));
    }

    private static ReportOrder order(UUID id, ErasureState outcome, String site) {
        return ReportOrder.of(DeviceKind.IPHONE, outcome, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(id)
                .withFields(Map.of("r location", site, "Asset ID", "42"));
    }

    @Test
    void exportsOneReportWithTheReceivedEntryMergedIn() {
        var answer = ask(search("report.uuid", "eq", erased.toString(), "string", true));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><root><report>");
        var document = ReportDocument.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(document.id()).isEqualTo(erased);
        assertThat(document.log()).hasSize(2);
        assertThat(document.log().getLast().product()).isEqualTo("Blancco Cloud");
    }

    @Test
    void exportsManyInOneAnswer() {
        assertThat(found(search(STATE, "eq", "Failed", "string", false)
                        + search(STATE, "eq", "Successful", "string", false)))
                .containsExactlyInAnyOrder(erased, failed);
    }

    @ParameterizedTest
    @CsvSource({
        "user_data.fields.r location, eq, SITE1, string, 1",
        "user_data.fields.r location, eq, site1, string, 0",
        "user_data.fields.r location, like, site, string, 2",
        "user_data.fields.r location, like, %TE2, string, 1",
        "user_data.fields.r location, gt, SITE1, string, 1",
        "user_data.fields.r location, gte, SITE1, string, 2",
        "user_data.fields.Asset ID, lt, 100, string, 2",
        "user_data.fields.Asset ID, lte, 41, string, 0",
        "user_data.fields.No such label, eq, SITE1, string, 0",
        "blancco_data.blancco_erasure_report.erasures.erasure.state, eq, Failed, string, 1",
        "blancco_data.blancco_erasure_report.erasures.erasure.end_time, eq, 2026-05-01 10:00:00, date, 2",
        "blancco_data.blancco_erasure_report.erasures.erasure.end_time, lt, 2026-05-01T10:00:01, date, 2",
        "report.report_date, gt, 2020-01-01 00:00:00, date, 2",
        "report.report_date, gt, 2020-01-01T00:00:00, date, 2",
        "report.report_date, lt, 2020-01-01 00:00:00, date, 0",
        "report.product_version, eq, no version, string, 0",
        "report.id, gt, 0, string, 2",
        "report.id, lte, 0, string, 0",
        "report.id, eq, none, string, 0",
        "report.id, gt, 99999999999999999999999, string, 0",
        "report.report_date, gt, 2020-01-01 00:00:00, string, 2",
        "report.report_date, lt, 2020-01-01, string, 0",
        "report.report_date, gt, 2020-01-01T00:00:00+02:00, date, 2",
        "report.report_date, gt, +999999-01-01, date, 0",
        "report.report_date, like, 20, string, 2",
        "blancco_data.blancco_hardware_report.system.serial, eq, nobodys, string, 0",
        "blancco_data.blancco_hardware_report.cameras.camera.type, eq, Back Camera, string, 2",
        "blancco_data.blancco_hardware_report.cameras.camera.type, eq, Front Camera, string, 2",
        "blancco_data.description.document_log.log_entry.author.product_name, eq, Blancco Cloud, string, 2",
        "blancco_data.blancco_hardware_report, eq, '', string, 0",
        "report.uuid, eq, no uuid, string, 0",
        "report.uuid, like, -, string, 2",
    })
    void findsByEveryPathOperatorAndDatatype(String path, String operator, String value, String type, int reports) {
        assertThat(found(search(path, operator, value, type, true))).hasSize(reports);
    }

    @Test
    void allConjunctionsMustHoldAndOneOfTheOthers() {
        var site1 = search("user_data.fields.r location", "eq", "SITE1", "string", true);
        assertThat(found(site1 + search(STATE, "eq", "Failed", "string", true))).isEmpty();
        assertThat(found(site1 + search(STATE, "eq", "Failed", "string", false)))
                .isEmpty();
        assertThat(found(site1
                        + search(STATE, "eq", "Failed", "string", false)
                        + search(STATE, "eq", "Successful", "string", false)))
                .containsExactly(erased);
    }

    @Test
    void manyDocumentIdsAndSerialsAreFoundInOneRequest() {
        assertThat(found(search("report.uuid", "eq", erased.toString(), "string", false)
                        + search("report.uuid", "eq", failed.toString().toUpperCase(Locale.ROOT), "string", false)
                        + search("report.uuid", "eq", UUID.randomUUID().toString(), "string", false)))
                .containsExactlyInAnyOrder(erased, failed);
        var serial = "blancco_data.blancco_hardware_report.system.serial";
        var serials = List.of(erased, failed).stream().map(this::serial).toList();
        assertThat(found(search(serial, "eq", serials.get(0), "string", true))).containsExactly(erased);
        assertThat(found(search(serial, "eq", serials.get(0).toLowerCase(Locale.ROOT), "string", true)))
                .as("equality minds the case, also where an index does not")
                .isEmpty();
        assertThat(found(search(serial, "eq", serials.get(0), "string", false)
                        + search(serial, "eq", serials.get(1), "string", false)))
                .containsExactlyInAnyOrder(erased, failed);
        assertThat(found(search("user_data.fields.Asset ID", "eq", "42", "string", true)))
                .hasSize(2);
    }

    private String serial(UUID report) {
        return tenancy.within(
                company.id(),
                () -> jdbc.sql("select serial from report where company_id = :company and document_id = :id")
                        .param("company", company.id().value())
                        .param("id", report)
                        .query(String.class)
                        .single());
    }

    @Test
    void aSecondStandsForAllOfIt() {
        var at = tenancy.within(
                company.id(),
                () -> jdbc.sql("select received_at from report where company_id = :company and document_id = :id")
                        .param("company", company.id().value())
                        .param("id", erased)
                        .query(Timestamp.class)
                        .single());
        var second = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(at.toInstant());
        assertThat(found(search("report.report_date", "eq", second, "date", true)))
                .contains(erased);
        assertThat(found(search("report.report_date", "lte", second, "date", true)))
                .contains(erased);
        assertThat(found(search("report.report_date", "gte", second, "date", true)))
                .contains(erased);
        assertThat(found(search("report.report_date", "lt", second, "date", true)))
                .doesNotContain(erased);
    }

    @Test
    void answersThatNothingWasFoundAsItAlwaysDid() {
        var answer = ask(search("report.uuid", "eq", UUID.randomUUID().toString(), "string", true));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("MC_EXPORT_REPORT_FAILED", "NO REPORTS FOUND");
    }

    @Test
    void readsTheRequestsOfTheField() throws IOException {
        for (var name : List.of("csv-columns", "one-report-as-pdf", "search-by-date-and-state")) {
            try (var in = getClass().getResourceAsStream("/requests/" + name + ".xml")) {
                var xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(send(multipart("xmlRequest\"", "", xml)).statusCode())
                        .as(name)
                        .isIn(200, 404);
            }
        }
    }

    @Test
    void takesThePartInAllTheWaysClientsSendIt() {
        var xml = request(search("report.uuid", "eq", erased.toString(), "string", true));
        assertThat(send(multipart("xmlRequest\"; filename=\"request.xml\"", "Content-Type: application/xml", xml))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(multipart("xmlRequest\"", "Content-Type: application/xml", xml))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(multipart("xmlRequest\"", "", "\r\n  " + xml)).statusCode())
                .isEqualTo(200);
        assertThat(send(field(xml)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhyARequestIsBad() {
        assertThat(bad("<request>")).contains("not well-formed");
        assertThat(bad("<other/>")).contains("the root element is not request");
        assertThat(bad(request(search("no.such.path", "eq", "1", "string", true))))
                .contains("unknown path");
        assertThat(bad(request(search("report.id", "is", "1", "string", true)))).contains("unknown operator");
        assertThat(bad(request(search("report.report_date", "gt", "soon", "date", true))))
                .contains("not a date");
        assertThat(bad("<!DOCTYPE request [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><request>&a;</request>"))
                .doesNotContain("root:");
    }

    @Test
    void worksForAReadOnlyCompany() {
        companies.freeze(company, "READ_ONLY");
        assertThat(found(search("report.uuid", "eq", erased.toString(), "string", true)))
                .containsExactly(erased);
    }

    @Test
    void everyCallIsLoggedAlsoTheRefusedOnes() {
        ask(search("report.uuid", "eq", erased.toString(), "string", true));
        bad("<request>");
        var stranger = new TestUser(user.company(), user.id(), user.email(), user.name(), "wrong");
        assertThat(visitor().program(stranger, field("x")).statusCode()).isEqualTo(401);
        var statuses = tenancy.within(
                company.id(),
                () -> jdbc.sql("select status from api_call where company_id = :company order by call_id")
                        .param("company", company.id().value())
                        .query(Integer.class)
                        .list());
        assertThat(statuses).containsExactly(200, 400, 401);
    }

    private List<UUID> found(String searches) {
        var answer = ask(searches);
        if (answer.statusCode() == 404) return List.of();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body(), Parser.xmlParser()).select("document_id").stream()
                .map(id -> UUID.fromString(id.text()))
                .toList();
    }

    private String bad(String xml) {
        var answer = send(field(xml));
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private HttpResponse<String> ask(String searches) {
        return send(multipart(
                "xmlRequest\"; filename=\"request.xml\"", "Content-Type: application/xml", request(searches)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return visitor().program(user, request);
    }

    private HttpRequest.Builder multipart(String disposition, String header, String xml) {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"" + disposition + "\r\n"
                + (header.isEmpty() ? "" : header + "\r\n") + "\r\n" + xml + "\r\n--limit--\r\n";
        return visitor()
                .at("/rest-service/report/export/xml")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder field(String xml) {
        return LegacyForm.of(visitor(), xml);
    }

    private static String request(String searches) {
        return "<request><export-report><report mode=\"original\"/>" + searches + "</export-report></request>";
    }

    private static String search(String path, String operator, String value, String type, boolean conjunction) {
        return "<search path=\"%s\" value=\"%s\" operator=\"%s\" datatype=\"%s\" conjunction=\"%s\"/>"
                .formatted(path, value, operator, type, conjunction);
    }
}
