package dev.portolan.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class InboxTest {

    @TempDir
    private Path directory;

    private Inbox inbox;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        inbox = Inbox.start(directory, 0, 0);
    }

    @AfterEach
    void stop() {
        inbox.close();
        http.close();
    }

    @Test
    void aMailSentBySmtpIsShownWithItsLinks() throws Exception {
        send(
                "anna@kunde.example",
                "Einladung für Müller",
                "Guten Tag,\n\nhttp://127.0.0.1:8082/sign-up?key=a&lang=de.\n");

        assertThat(get("/").body()).contains("Einladung für Müller", "anna@kunde.example");
        var page = get("/mails/1").body();
        assertThat(page)
                .contains("<h1 translate=\"no\">Einladung für Müller</h1>")
                .contains("<a href=\"http://127.0.0.1:8082/sign-up?key=a&amp;lang=de\"")
                .contains("</a>.");
    }

    @Test
    void programsReadTheSameAsJsonNewestFirst() throws Exception {
        send("a@kunde.example", "first", "no link");
        send("b@kunde.example", "second", "see https://portal.example/one and https://portal.example/two");

        var mails = JsonMapper.builder().build().readTree(get("/mails.json").body());
        assertThat(mails.size()).isEqualTo(2);
        var newest = mails.get(0);
        assertThat(newest.get("id").asLong()).isEqualTo(2);
        assertThat(newest.get("to").asString()).isEqualTo("b@kunde.example");
        assertThat(newest.get("subject").asString()).isEqualTo("second");
        assertThat(newest.get("links").get(1).asString()).isEqualTo("https://portal.example/two");
        assertThat(newest.get("receivedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(get("/mails.json?to=A%40kunde.example").body())
                .contains("first")
                .doesNotContain("second");
    }

    @Test
    void theListIsFilteredByRecipient() throws Exception {
        send("anna@kunde.example", "for Anna", "x");
        send("bert@kunde.example", "for Bert", "x");

        assertThat(get("/?to=anna").body()).contains("for Anna").doesNotContain("for Bert");
        assertThat(inbox.mailsTo("BERT@kunde.example"))
                .extracting(ReceivedMail::subject)
                .containsExactly("for Bert");
    }

    @Test
    void eachRecipientGetsAMail() throws Exception {
        send("anna@kunde.example, bert@kunde.example", "for both", "x");

        assertThat(inbox.mails())
                .extracting(ReceivedMail::to)
                .containsExactlyInAnyOrder("anna@kunde.example", "bert@kunde.example");
    }

    @Test
    void whatAMailSaysCannotBecomePartOfThePage() throws Exception {
        var attack = "<script>alert(1)</script>\"'<img src=x onerror=alert(1)>";
        send("anna@kunde.example", attack, attack + " https://portal.example/\"onmouseover=\"alert(1)");

        for (var path : new String[] {"/", "/mails", "/mails/1", "/?to=" + "%22%3E%3Cscript%3E"}) {
            var answer = get(path);
            assertThat(answer.body()).doesNotContain("<script>alert", "<img", "\"onmouseover", "\"><script>");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'");
        }
    }

    @Test
    void aMailsOwnHtmlStandsInASandboxWithoutScripts() throws Exception {
        var parts = new MimeMultipart("alternative");
        var text = new MimeBodyPart();
        text.setText("plain", "UTF-8");
        parts.addBodyPart(text);
        var html = new MimeBodyPart();
        html.setText("<p>formatted<script>alert(1)</script>", "UTF-8", "html");
        parts.addBodyPart(html);
        var message = message("anna@kunde.example", "both");
        message.setContent(parts);
        Transport.send(message);

        assertThat(get("/mails/1").body())
                .contains("<pre", ">plain</pre>", "<iframe src=\"/mails/1/html\"")
                .doesNotContain("formatted<script>");
        var framed = get("/mails/1/html");
        assertThat(framed.body()).contains("<p>formatted");
        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void mailsAreKeptForTheNextStart() throws Exception {
        send("anna@kunde.example", "kept über Nacht", "x");
        var before = inbox.mails();
        inbox.close();
        inbox = Inbox.start(directory, 0, 0);

        assertThat(inbox.mails()).isEqualTo(before);
        send("anna@kunde.example", "next", "x");
        assertThat(inbox.mails()).extracting(ReceivedMail::id).containsExactly(2L, 1L);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (var path :
                new String[] {"/mails/1", "/mails/x", "/mails/99999999999999999999", "/nothing", "/mails/1/html"}) {
            assertThat(get(path).statusCode()).isEqualTo(404);
        }
    }

    private void send(String to, String subject, String text) throws MessagingException {
        var message = message(to, subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(inbox.smtpPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("cloud@vendor.example"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + inbox.pagePort() + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
