package dev.portolan.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.cloud.testing.Visitor;
import dev.portolan.report.ErasureState;
import dev.portolan.report.Sha256;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientProtocolTest extends CloudTest {
    private static final JsonMapper JSON = new JsonMapper();

    private TestCompany company;
    private TestUser user;
    private Visitor program;

    @BeforeEach
    void aCompanyWithLicences() {
        company = companies.customer();
        user = companies.manager(company);
        companies.pool(company, Companies.PC, "5", null);
        program = visitor();
    }

    @Test
    void reservesALicenceAndAnswersTheSameForTheSameKey() {
        var key = UUID.randomUUID();
        var first = reserve(Companies.PC, "1", key);
        var again = reserve(Companies.PC, "1", key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(json(first).path("product").asString()).isEqualTo(Companies.PC);
        assertThat(json(first).path("quantity").asString()).isEqualTo("1");
        assertThat(balance("remaining")).isEqualByComparingTo("4");
        assertThat(balance("reserved")).isEqualByComparingTo("1");
    }

    @Test
    void takesByTheRateOfTheProduct() {
        companies.pool(company, Companies.PROFILER, "1", null);
        assertThat(json(reserve(Companies.PROFILER, "1", UUID.randomUUID()))
                        .path("quantity")
                        .asString())
                .isEqualTo("0.5");
    }

    @Test
    void manyRequestsWithOneKeyReserveOnce() throws Exception {
        var key = UUID.randomUUID();
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> reserve = () -> reserve(Companies.PC, "1", key);
            for (int i = 0; i < 8; i++) answers.add(threads.submit(reserve));
        }
        for (var answer : answers) assertThat(answer.get().statusCode()).isIn(200, 201);
        assertThat(balance("remaining")).isEqualByComparingTo("4");
    }

    @Test
    void releasesAndReleasingAgainIsTheSame() {
        var id = reservation();
        assertThat(release(id).statusCode()).isEqualTo(204);
        assertThat(release(id).statusCode()).isEqualTo(204);
        assertThat(balance("remaining")).isEqualByComparingTo("5");
        assertThat(balance("reserved")).isEqualByComparingTo("0");
    }

    @Test
    void aReportConsumesItsReservationAndIsReceivedOnce() {
        var id = reservation();
        var report = Companies.bytes(order());
        var first = send(report, id);
        var again = send(report, id);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(json(first).path("sha256").asString())
                .isEqualTo(Sha256.of(report).hex());
        assertThat(balance("remaining")).isEqualByComparingTo("4");
        assertThat(balance("reserved")).isEqualByComparingTo("0");
        assertThat(cover()).isEqualTo("RESERVATION");
        assertThat(refused(release(id), 409)).isEqualTo("reservation_closed");
    }

    @Test
    void otherBytesUnderTheSameDocumentIdAreRefused() {
        var id = UUID.randomUUID();
        send(Companies.bytes(order().withId(id)), reservation());
        var other = send(Companies.bytes(order().withId(id).by("Other Ltd", "Somebody Else")), reservation());
        assertThat(refused(other, 409)).isEqualTo("document_id_conflict");
        assertThat(balance("reserved")).isEqualByComparingTo("1");
    }

    @Test
    void aReportThatNothingCoversIsKeptAndMarked() {
        var id = reservation();
        release(id);
        assertThat(send(Companies.bytes(order()), id).statusCode()).isEqualTo(201);
        assertThat(cover()).isEqualTo("NONE");
        assertThat(balance("remaining")).isEqualByComparingTo("5");
    }

    @Test
    void saysWhyALicenceIsRefused() {
        assertThat(refused(reserve("No such product", "1", UUID.randomUUID()), 422))
                .isEqualTo("unknown_product");
        assertThat(refused(reserve(Companies.PC, "6", UUID.randomUUID()), 409)).isEqualTo("licence_exhausted");
        companies.pool(company, Companies.PROFILER, "5", LocalDate.of(2020, 1, 1));
        assertThat(refused(reserve(Companies.PROFILER, "1", UUID.randomUUID()), 409))
                .isEqualTo("licence_expired");
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(refused(send("<not-a-report/>".getBytes(), reservation()), 422))
                .isEqualTo("report_unreadable");
        assertThat(refused(reserve(Companies.PC, "-1", UUID.randomUUID()), 400)).isEqualTo("bad_request");
        assertThat(refused(reserve(Companies.PC, "1e99", UUID.randomUUID()), 400))
                .isEqualTo("bad_request");
        var noJson = program.program(
                user,
                program.at("/client/v1/reservations")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(refused(noJson, 400)).isEqualTo("bad_request");
    }

    @Test
    void refusesAWrongPassword() {
        var stranger = new TestUser(user.company(), user.id(), user.email(), user.name(), "wrong");
        var answer = program.program(
                stranger,
                program.at("/client/v1/reservations/" + UUID.randomUUID()).DELETE());
        assertThat(refused(answer, 401)).isEqualTo("unauthorized");
    }

    @Test
    void refusesWhoMayNotErase() {
        var auditor = companies.user(company, "AUDITOR");
        var answer = program.program(
                auditor,
                program.at("/client/v1/reservations/" + UUID.randomUUID()).DELETE());
        assertThat(refused(answer, 403)).isEqualTo("forbidden");
    }

    @Test
    void aMovedCompanyIsSentToTheNewEndpoint() {
        var id = reservation();
        companies.freeze(company, "READ_ONLY");
        for (var answer : new HttpResponse<?>[] {
            reserve(Companies.PC, "1", UUID.randomUUID()), release(id), send(Companies.bytes(order()), id)
        }) {
            assertThat(refused(answer, 403)).isEqualTo("account_read_only");
            assertThat(json(answer).path("newEndpoint").asString()).isEqualTo(PORTAL + "/v1/client");
        }
    }

    @Test
    void aFrozenCompanyIsAskedToTryAgain() {
        companies.freeze(company, "FROZEN");
        var answer = reserve(Companies.PC, "1", UUID.randomUUID());
        assertThat(refused(answer, 503)).isEqualTo("account_frozen");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    private static ReportOrder order() {
        return ReportOrder.of(DeviceKind.LAPTOP, ErasureState.ERASED, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(UUID.randomUUID());
    }

    private String reservation() {
        return json(reserve(Companies.PC, "1", UUID.randomUUID()))
                .path("reservation")
                .asString();
    }

    private HttpResponse<String> reserve(String product, String quantity, UUID key) {
        var body = """
                {"product": "%s", "quantity": "%s", "key": "%s",
                 "client": {"id": "%s", "name": "Bench 1", "version": "1.0"}}
                """.formatted(product, quantity, key, UUID.randomUUID());
        return program.program(
                user,
                program.at("/client/v1/reservations")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> release(String id) {
        return program.program(user, program.at("/client/v1/reservations/" + id).DELETE());
    }

    private HttpResponse<String> send(byte[] report, String reservation) {
        return program.program(
                user,
                program.at("/client/v1/reports?reservation=" + reservation)
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(report)));
    }

    private static JsonNode json(HttpResponse<?> answer) {
        return JSON.readTree((String) answer.body());
    }

    private static String refused(HttpResponse<?> answer, int status) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json(answer).path("code").asString();
    }

    private BigDecimal balance(String column) {
        var row = tenancy.within(
                company.id(),
                () -> jdbc.sql("""
                select b.remaining, b.reserved
                from licence_balance b
                join licence_pool p using (company_id, pool_id)
                where b.company_id = :company and p.product = :product
                """)
                        .param("company", company.id().value())
                        .param("product", Companies.PC)
                        .query()
                        .singleRow());
        return (BigDecimal) row.get(column);
    }

    private String cover() {
        return tenancy.within(
                company.id(),
                () -> jdbc.sql("select cover from report where company_id = :company")
                        .param("company", company.id().value())
                        .query(String.class)
                        .single());
    }
}
