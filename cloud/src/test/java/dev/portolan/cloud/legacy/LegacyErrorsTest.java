package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.cloud.user.Right;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs of the field get when something is wrong, in the form that they know. */
class LegacyErrorsTest extends CloudTest {
    private TestCompany company;
    private TestUser user;

    @BeforeEach
    void aUser() {
        company = companies.customer();
        user = companies.manager(company);
    }

    @Test
    void aWrongPasswordIsRefusedInTheOldForm() {
        var answer = visitor().program(with("wrong"), all());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic realm=");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(answer.body()).contains("MC_UNAUTHORIZED").doesNotContain(user.email());
        assertThat(visitor().send(all()).statusCode()).isEqualTo(401);
    }

    @Test
    void aPasswordInLatin1IsUnderstood() {
        var other = companies.manager(company);
        tenancy.run(
                company.id(),
                () -> jdbc.sql(
                                "update app_user set password_hash = :hash where company_id = :company and user_id = :id")
                        .param("hash", "{noop}Schlüssel größer")
                        .param("company", company.id().value())
                        .param("id", other.id())
                        .update());
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
            var credentials =
                    Base64.getEncoder().encodeToString((other.email() + ":Schlüssel größer").getBytes(charset));
            assertThat(visitor()
                            .send(all().header("Authorization", "Basic " + credentials))
                            .statusCode())
                    .as(charset.name())
                    .isEqualTo(404);
        }
    }

    @Test
    void guessingIsSlowedDownAndLocksNobodyElseOut() {
        assertThat(visitor().program(user, all()).statusCode()).isEqualTo(404);
        HttpResponse<String> last = null;
        for (int i = 0; i < 30; i++) last = visitor().program(with("guess " + i), all());
        assertThat(last.statusCode()).isEqualTo(401);
        assertThat(last.body()).contains("too many tries");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(visitor().program(user, all()).statusCode())
                .as("whose password is known goes on")
                .isEqualTo(404);
        var other = companies.manager(company);
        assertThat(visitor().program(other, all()).statusCode())
                .as("from the same address")
                .isEqualTo(404);
        assertThat(calls(401)).as("guesses beyond the limit fill no log").isLessThan(30);
    }

    private int calls(int status) {
        return tenancy.within(
                company.id(),
                () -> jdbc.sql("select count(*) from api_call where company_id = :company and status = :status")
                        .param("company", company.id().value())
                        .param("status", status)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void whoMayNotExportIsRefused() {
        var role = companies.customRole(company, "Reads only", Right.READ_REPORTS);
        var reader = companies.user(company, role, company.mainGroup());
        var answer = visitor().program(reader, all());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("MC_FORBIDDEN");
    }

    @Test
    void otherMethodsAndAddressesAreRefusedInTheOldForm() {
        var get = visitor()
                .program(user, visitor().at("/rest-service/report/export/xml").GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertThat(get.body()).contains("MC_METHOD_NOT_ALLOWED");
        var nowhere =
                visitor().program(user, visitor().at("/rest-service/nothing").GET());
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("MC_NOT_FOUND");
    }

    @Test
    void anAnswerThatCannotBeFinishedIsCutOffAndNeverLooksWhole() {
        for (int i = 0; i < 3; i++)
            companies.report(
                    user,
                    ReportOrder.of(DeviceKind.IPHONE, ErasureState.ERASED, Instant.parse("2026-05-01T10:00:00Z"))
                            .withId(UUID.randomUUID()));
        tenancy.run(
                company.id(),
                () -> jdbc.sql("""
                insert into report (company_id, document_id, received_at, kind, product, product_version, state,
                                    signature_state, cover, digest, size, dictionary, body, received_entry)
                select company_id, gen_random_uuid(), received_at + interval '1 hour', kind, product, product_version, state,
                       signature_state, cover, digest, size, dictionary, '\\x00'::bytea, received_entry
                from report
                where company_id = :company
                limit 1
                """).param("company", company.id().value()).update());
        assertThatThrownBy(() -> visitor().program(user, all()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private TestUser with(String password) {
        return new TestUser(user.company(), user.id(), user.email(), user.name(), password);
    }

    private HttpRequest.Builder all() {
        return LegacyForm.of(visitor(), "<request><export-report/></request>");
    }
}
