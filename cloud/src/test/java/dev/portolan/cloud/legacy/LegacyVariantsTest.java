package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.report.ErasureState;
import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The same question in every encoding that clients send, and in none at all. */
class LegacyVariantsTest extends CloudTest {
    private static final String QUESTION = "<request><export-report><search path=\"user_data.fields.Prüfer\" "
            + "value=\"Jürgen Groß\" operator=\"eq\" datatype=\"string\" conjunction=\"true\"/></export-report></request>";

    private TestUser user;
    private UUID wanted;

    @BeforeEach
    void aReportWithUmlauts() {
        user = companies.manager(companies.customer());
        wanted = UUID.randomUUID();
        companies.report(user, order(wanted, "Jürgen Groß"));
        companies.report(user, order(UUID.randomUUID(), "Jurgen Gross"));
    }

    private static ReportOrder order(UUID id, String person) {
        return ReportOrder.of(DeviceKind.IPHONE, ErasureState.ERASED, Instant.parse("2026-05-01T10:00:00Z"))
                .withId(id)
                .withFields(Map.of("Prüfer", person));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', ''",
        "UTF-8, '\uFEFF', ''",
        "UTF-8, '\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>', 'application/xml'",
        "UTF-8, '<?xml version=\"1.0\" encoding=\"UTF-16\"?>', ''",
        "UTF-8, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>', 'text/xml; charset=utf-8'",
        "UTF-16, '<?xml version=\"1.0\" encoding=\"UTF-16\"?>', 'application/xml'",
        "UTF-16LE, '\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>', ''",
        "UTF-16LE, '', ''",
        "UTF-16BE, '', ''",
        "ISO-8859-1, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>', 'application/xml'",
        "ISO-8859-1, '<?xml version=''1.0'' encoding=''iso-8859-1'' standalone=''yes''?>', ''",
        "ISO-8859-1, '', 'application/xml;charset=ISO-8859-1'",
        "windows-1252, '  <?xml version=\"1.0\" encoding=\"windows-1252\"?>', 'application/octet-stream'",
    })
    void findsWhatIsAskedForInEveryEncoding(Charset charset, String start, String type) {
        var answer = send((start + QUESTION).getBytes(charset), type);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().split("<report>")).hasSize(2);
        assertThat(answer.body()).contains(wanted.toString(), "Jürgen Groß");
    }

    @Test
    void saysThatBytesAreNoText() {
        var answer = send(QUESTION.getBytes(StandardCharsets.ISO_8859_1), "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the request is not valid UTF-8");
        assertThat(send(QUESTION.getBytes(StandardCharsets.UTF_8), "text/xml; charset=none")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whateverIsSentIsAnsweredAndNeverWithAFault() {
        var random = new Random(20261121);
        var good = QUESTION.getBytes(StandardCharsets.UTF_8);
        var statuses = new TreeSet<Integer>();
        for (int i = 0; i < 150; i++) {
            var answer = send(
                    spoilt(good, random),
                    List.of("", "application/xml", "text/plain; charset=utf-16").get(random.nextInt(3)));
            assertThat(answer.statusCode()).as("round %d: %s", i, answer.body()).isIn(200, 400, 404);
            statuses.add(answer.statusCode());
        }
        assertThat(statuses).contains(400);
    }

    private static byte[] spoilt(byte[] good, Random random) {
        if (random.nextInt(10) == 0) {
            var noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            return noise;
        }
        var bytes = good.clone();
        for (int spoils = random.nextInt(4); spoils >= 0; spoils--)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() {
        assertThat(bad("<request><export-report>" + "<a>".repeat(100_000))).contains("too deep");
        assertThat(bad("<request><export-report>" + "<a/>".repeat(5_000) + "</export-report></request>"))
                .contains("too many elements");
        assertThat(bad("<request>" + " ".repeat(1_100_000) + "</request>")).contains("longer than 1000000 bytes");
        assertThat(bad("<request><export-report><search path=\"report.id\" operator=\"eq\" value=\"" + "x".repeat(5_000)
                        + "\"/></export-report></request>"))
                .contains("too long: value");
        assertThat(bad("<request a=\"" + "x".repeat(200_000) + "\"/>")).contains("not well-formed");
        assertThat(
                        bad(
                                "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;\">]><request>&y;</request>"))
                .contains("document type declaration");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var answer = new MockHttpServletResponse();
        new LegacyErrors()
                .resolveException(
                        new MockHttpServletRequest("POST", "/rest-service/report/export/xml"),
                        answer,
                        null,
                        new MaxUploadSizeExceededException(20_000_000));
        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("MC_TOO_LARGE");
    }

    private String bad(String xml) {
        var answer = send(xml.getBytes(StandardCharsets.UTF_8), "application/xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    private HttpResponse<String> send(byte[] xml, String type) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"xmlRequest\"\r\n"
                        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(xml);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return visitor()
                .program(
                        user,
                        visitor()
                                .at("/rest-service/report/export/xml")
                                .header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
