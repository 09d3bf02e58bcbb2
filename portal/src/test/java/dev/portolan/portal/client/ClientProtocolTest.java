package dev.portolan.portal.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Ids;
import dev.portolan.portal.testing.Answer;
import dev.portolan.portal.testing.Person;
import dev.portolan.portal.testing.PortalTest;
import dev.portolan.portal.testing.Program;
import dev.portolan.portal.testing.TestReports;
import dev.portolan.report.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClientProtocolTest extends PortalTest {
    private static final String PC = "Drive Eraser - PC Edition";

    @Autowired
    EnrolmentCodes codes;

    CompanyId tenant;
    Person person;
    UUID clientId;

    @BeforeEach
    void aTenant() {
        tenant = world.customer("Client Ltd");
        person = world.manager(tenant);
        clientId = Ids.next();
    }

    private Answer enrol(String email, String code) {
        return new Program(port, Map.of()).json("POST", "/v1/client/enrolments", """
                {"user":"%s","code":"%s","client":{"id":"%s","name":"simulator","version":"1.0"}}
                """.formatted(email, code, clientId));
    }

    private Program client() {
        var answer = enrol(person.email().toUpperCase(), codes.make(tenant, person.id()));
        assertThat(answer.status()).isEqualTo(201);
        return new Program(port, Map.of("Authorization", "Bearer " + JsonPath.<String>read(answer.body(), "$.token")));
    }

    private Answer reserve(Program client, String product, UUID key) {
        return client.json("POST", "/v1/client/reservations", """
                {"product":"%s","quantity":"1","client":{"id":"%s","name":"simulator","version":"1.0"},"key":"%s"}
                """.formatted(product, clientId, key));
    }

    private static Answer send(Program client, UUID reservation, byte[] report) {
        return client.send("POST", "/v1/client/reports?reservation=" + reservation, "application/xml", report);
    }

    private static String code(Answer answer) {
        return JsonPath.read(answer.body(), "$.code");
    }

    private static UUID reservation(Answer answer) {
        return UUID.fromString(JsonPath.read(answer.body(), "$.reservation"));
    }

    private String balance(UUID pool) {
        return tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select trim_scale(remaining) || ' ' || trim_scale(reserved)
                from licence_balance where tenant_id = :tenant and pool_id = :pool
                """)
                        .param("tenant", tenant.value())
                        .param("pool", pool)
                        .query(String.class)
                        .single());
    }

    @Test
    void aCodeEnrolsOnceAndOnlyItsOwnUser() {
        var code = codes.make(tenant, person.id());
        var other = world.manager(tenant);
        assertThat(enrol(other.email(), code).status()).isEqualTo(401);
        assertThat(enrol(person.email(), code).status()).isEqualTo(201);
        var again = enrol(person.email(), code);
        assertThat(again.status()).isEqualTo(401);
        assertThat(code(again)).isEqualTo("unauthorized");
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void withoutAValidTokenNothingGoes() {
        for (var token : new String[] {"", "Bearer x", "Bearer " + tenant + ".x", "Basic abc"}) {
            var stranger = new Program(port, token.isEmpty() ? Map.of() : Map.of("Authorization", token));
            var answer = reserve(stranger, PC, Ids.next());
            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("unauthorized");
        }
    }

    @Test
    void aDisabledUsersClientIsShutOut() {
        var client = client();
        tenancy.run(
                tenant,
                () -> jdbc.sql("update app_user set disabled = true where tenant_id = :tenant")
                        .param("tenant", tenant.value())
                        .update());
        assertThat(reserve(client, PC, Ids.next()).status()).isEqualTo(401);
    }

    @Test
    void anErasureReservesConsumesAndIsAcknowledgedWithItsDigest() {
        var pool = world.pool(tenant, PC, "10", null);
        var client = client();
        var reserved = reserve(client, PC, Ids.next());
        assertThat(reserved.status()).isEqualTo(201);
        assertThat(balance(pool)).isEqualTo("9 1");

        var report = TestReports.report(UUID.randomUUID());
        var stored = send(client, reservation(reserved), report);
        assertThat(stored.status()).isEqualTo(201);
        assertThat(JsonPath.<String>read(stored.body(), "$.sha256"))
                .isEqualTo(Sha256.of(report).hex());
        assertThat(balance(pool)).isEqualTo("9 0");

        var again = send(client, reservation(reserved), report);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(stored.body());
        assertThat(balance(pool)).isEqualTo("9 0");

        var release = client.send("DELETE", "/v1/client/reservations/" + reservation(reserved), "", new byte[0]);
        assertThat(release.status()).isEqualTo(409);
        assertThat(code(release)).isEqualTo("reservation_closed");
    }

    @Test
    void otherBytesUnderTheSameIdAreRefused() {
        var client = client();
        var id = UUID.randomUUID();
        assertThat(send(client, Ids.next(), TestReports.report(id)).status()).isEqualTo(201);
        var other = new String(TestReports.report(id), StandardCharsets.UTF_8).replace("Petra", "Peter");
        var refused = send(client, Ids.next(), other.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("document_id_conflict");
    }

    @Test
    void aReportThatNothingCoversIsStoredAndMarked() {
        var client = client();
        var id = UUID.randomUUID();
        assertThat(client.send("POST", "/v1/client/reports", "application/xml", TestReports.report(id))
                        .status())
                .isEqualTo(201);
        var cover = tenancy.within(
                tenant,
                () -> jdbc.sql("select cover from report where tenant_id = :tenant and document_id = :id")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .query(String.class)
                        .single());
        assertThat(cover).isEqualTo("NONE");
    }

    @Test
    void aReservationThatMovedHereFromTheCloudCoversItsReportOnceItsTransferIsActivated() {
        var transfer = Ids.next();
        var moved = Ids.next();
        var pool = world.pool(tenant, PC, "3", null);
        tenancy.run(tenant, () -> {
            jdbc.sql("update licence_balance set remaining = 2, reserved = 1 where tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .update();
            jdbc.sql("set local app.transfer to '" + transfer + "'").update();
            jdbc.sql("""
                    insert into reservation (tenant_id, reservation_id, pool_id, quantity, idempotency_key, client_id, state,
                                             transfer_id, reserved_at)
                    values (:tenant, :id, :pool, 1, :id, :id, 'OPEN', :transfer, now())
                    """)
                    .param("tenant", tenant.value())
                    .param("id", moved)
                    .param("pool", pool)
                    .param("transfer", transfer)
                    .update();
            jdbc.sql("""
                    insert into transfer_outcome (tenant_id, transfer_id, epoch, outcome, at)
                    values (:tenant, :transfer, 1, 'ACTIVATED', now())
                    """)
                    .param("tenant", tenant.value())
                    .param("transfer", transfer)
                    .update();
        });
        assertThat(send(client(), moved, TestReports.report(UUID.randomUUID())).status())
                .isEqualTo(201);
        assertThat(balance(pool)).isEqualTo("2 0");
    }

    @Test
    void whatIsNoReportIsRefusedWithAReason() {
        var answer = client().send("POST", "/v1/client/reports", "application/xml", "<root/>".getBytes());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("report_unreadable");
    }

    @Test
    void releasingGivesBackOnceAndAgainIsTheSame() {
        var pool = world.pool(tenant, PC, "2", null);
        var client = client();
        var id = reservation(reserve(client, PC, Ids.next()));
        for (int i = 0; i < 2; i++) {
            assertThat(client.send("DELETE", "/v1/client/reservations/" + id, "", new byte[0])
                            .status())
                    .isEqualTo(204);
            assertThat(balance(pool)).isEqualTo("2 0");
        }
        assertThat(client.send("DELETE", "/v1/client/reservations/" + Ids.next(), "", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyIsTheSameReservation() {
        var pool = world.pool(tenant, PC, "2", null);
        var client = client();
        var key = Ids.next();
        var first = reserve(client, PC, key);
        var second = reserve(client, PC, key);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(balance(pool)).isEqualTo("1 1");
    }

    @Test
    void theReasonsAreTold() {
        var client = client();
        assertThat(code(reserve(client, "Time Machine", Ids.next()))).isEqualTo("unknown_product");
        assertThat(code(reserve(client, PC, Ids.next()))).isEqualTo("licence_exhausted");
        world.pool(tenant, PC, "5", LocalDate.parse("2020-01-31"));
        assertThat(code(reserve(client, PC, Ids.next()))).isEqualTo("licence_expired");
        world.pool(tenant, PC, "0", null);
        assertThat(code(reserve(client, PC, Ids.next()))).isEqualTo("licence_exhausted");
    }

    @Test
    void ownPoolsGoBeforeTrialOnesAndThoseThatExpireFirstBeforeTheOthers() {
        var trial = world.pool(tenant, PC, "TRIAL", "1", null);
        var late = world.pool(tenant, PC, "1", LocalDate.parse("2099-01-01"));
        var soon = world.pool(tenant, PC, "1", LocalDate.parse("2098-01-01"));
        var client = client();
        for (var pool : new UUID[] {soon, late, trial}) {
            assertThat(balance(pool)).isEqualTo("1 0");
            assertThat(reserve(client, PC, Ids.next()).status()).isEqualTo(201);
            assertThat(balance(pool)).isEqualTo("0 1");
        }
    }

    @Test
    void theUsersPoolGoesFirst() {
        world.pool(tenant, PC, "1", LocalDate.parse("2098-01-01"));
        var users = world.pool(tenant, PC, "1", LocalDate.parse("2099-01-01"));
        tenancy.run(
                tenant,
                () -> jdbc.sql("update app_user set pool_id = :pool where tenant_id = :tenant")
                        .param("pool", users)
                        .param("tenant", tenant.value())
                        .update());
        reserve(client(), PC, Ids.next());
        assertThat(balance(users)).isEqualTo("0 1");
    }

    @Test
    void aRateBelowOneTakesAFraction() {
        var pool = world.pool(tenant, "Drive Eraser - Asset Profiler", "1", null);
        reserve(client(), "Drive Eraser - Asset Profiler", Ids.next());
        assertThat(balance(pool)).isEqualTo("0.5 0.5");
    }

    @Test
    void aHundredAtOnceNeverOversellFifty() throws Exception {
        var pool = world.pool(tenant, PC, "50", null);
        var client = client();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> reserve(client, PC, Ids.next()).status())
                    .toList();
            var granted = 0;
            for (var answer : threads.invokeAll(tasks)) {
                if (answer.get() == 201) granted++;
                else assertThat(answer.get()).isEqualTo(409);
            }
            assertThat(granted).isEqualTo(50);
        }
        assertThat(balance(pool)).isEqualTo("0 50");
        var entries = tenancy.within(
                tenant,
                () -> jdbc.sql("""
                select sum(quantity) from ledger_entry
                where tenant_id = :tenant and pool_id = :pool and kind = 'RESERVE'
                """)
                        .param("tenant", tenant.value())
                        .param("pool", pool)
                        .query(BigDecimal.class)
                        .single());
        assertThat(entries).isEqualByComparingTo("50");
    }

    @Test
    void theSameReportSentByManyAtOnceIsStoredOnce() throws Exception {
        world.pool(tenant, PC, "1", null);
        var client = client();
        var id = reservation(reserve(client, PC, Ids.next()));
        var report = TestReports.report(UUID.randomUUID());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(10, (Callable<Answer>) () -> send(client, id, report)));
            int created = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 201);
                if (answer.get().status() == 201) created++;
            }
            assertThat(created).isEqualTo(1);
        }
    }
}
