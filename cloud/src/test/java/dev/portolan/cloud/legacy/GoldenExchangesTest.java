package dev.portolan.cloud.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.report.ReportDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests and answers written from the description of the old API, as files: {@code legacy/golden/<name>.request} and
 * {@code .answer}. Both hold CRLF where HTTP and CSV want it, written as plain line ends.
 */
class GoldenExchangesTest extends CloudTest {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    /** The Cloud signs with a key and at a time of its own. */
    private static final Pattern OWN_ENTRY =
            Pattern.compile("\\s*<log_entry>(?:(?!</log_entry>).)*Blancco Cloud.*?</log_entry>", Pattern.DOTALL);

    private TestUser user;
    private final Map<String, String> words = new LinkedHashMap<>();

    @BeforeEach
    void twoReportsOfTheField() {
        user = companies.manager(companies.customer());
        receive("failed");
        receive("successful");
    }

    private void receive(String name) {
        var bytes = bytes("/legacy/reports/mobile-" + name + ".xml");
        reports.receive(user.company(), user.id(), bytes, null);
        var id = ReportDocument.parse(bytes).id();
        words.put("{" + name + ".uuid}", id.toString());
        tenancy.run(
                user.company(),
                () -> jdbc.sql(
                                "select report_id, received_at from report where company_id = :company and document_id = :id")
                        .param("company", user.company().value())
                        .param("id", id)
                        .query((row, number) -> {
                            words.put("{" + name + ".id}", row.getString("report_id"));
                            Timestamp at = row.getTimestamp("received_at");
                            words.put("{" + name + ".date}", DATE.format(at.toInstant()));
                            return at;
                        })
                        .single());
        words.put("{" + name + ".xml}", report(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String report(String document) {
        return document.substring(document.indexOf("<report>"), document.indexOf("</report>") + "</report>".length());
    }

    @TestFactory
    Stream<DynamicTest> answersEachRequestAsItIsWritten() throws IOException, URISyntaxException {
        var directory =
                Path.of(GoldenExchangesTest.class.getResource("/legacy/golden").toURI());
        try (var files = Files.list(directory)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".request"))
                    .map(name -> name.substring(0, name.length() - ".request".length()))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(30);
            return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> exchange(name)));
        }
    }

    private void exchange(String name) {
        var request = parts("/legacy/golden/" + name + ".request");
        var answer = visitor()
                .program(
                        user,
                        visitor()
                                .at(URI.create(request.getFirst().split(" ")[1]).getPath())
                                .header("Content-Type", header(request.get(1)))
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        filled(request.get(2)).replace("\n", "\r\n"))));
        var expected = parts("/legacy/golden/" + name + ".answer");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.getFirst()));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo(header(expected.get(1)));
        var body = OWN_ENTRY.matcher(answer.body()).replaceAll("");
        assertThat(body.replace("\r\n", "\n")).isEqualTo(filled(expected.get(2)));
        if (answer.body().startsWith("<?xml") && answer.statusCode() == 200)
            assertThat(answer.body().split("<product_version>1.0</product_version>"))
                    .as("one entry of the Cloud for each report")
                    .hasSize(body.split("<report>").length);
    }

    /** Its first line, its header, its body. */
    private static List<String> parts(String resource) {
        var lines = new String(bytes(resource), StandardCharsets.UTF_8).split("\n", 4);
        return List.of(lines[0], lines[1], lines[3]);
    }

    private static String header(String line) {
        return line.substring("Content-Type: ".length());
    }

    private String filled(String text) {
        var filled = text;
        for (var word : words.entrySet()) filled = filled.replace(word.getKey(), word.getValue());
        return filled;
    }

    private static byte[] bytes(String resource) {
        try (var in = GoldenExchangesTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
