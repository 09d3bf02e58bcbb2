package dev.portolan.demo.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a person would see out of a mail. */
final class MailParser {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]]+$");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    static ReceivedMail parse(long id, String to, Instant receivedAt, MimeMessage message)
            throws MessagingException, IOException {
        var parser = new MailParser();
        parser.read(message);
        var text = parser.text.toString();
        var html = parser.html.toString();
        return new ReceivedMail(
                id,
                to,
                from(message),
                subject(message),
                text,
                html,
                links(text.isEmpty() ? unescape(html) : text),
                receivedAt);
    }

    /** The addresses in a plain text, without the punctuation of the sentence around them. */
    static List<String> links(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = LINK.matcher(text);
        while (matcher.find()) {
            found.add(TRAILING.matcher(matcher.group()).replaceFirst(""));
        }
        return List.copyOf(found);
    }

    private void read(Part part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent().toString().replace("\r\n", "\n"));
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        var subject = message.getSubject();
        return subject == null ? "" : subject;
    }

    private static String from(MimeMessage message) throws MessagingException, IOException {
        var senders = message.getFrom();
        return senders == null || senders.length == 0
                ? ""
                : MimeUtility.decodeText(Arrays.stream(senders)
                        .map(Object::toString)
                        .reduce((first, second) -> first + ", " + second)
                        .orElse(""));
    }

    private static String unescape(String html) {
        return html.replace("&amp;", "&");
    }
}
