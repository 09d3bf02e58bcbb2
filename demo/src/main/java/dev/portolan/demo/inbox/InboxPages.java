package dev.portolan.demo.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages as text. Whatever comes out of a mail passes {@link #escape}, except for its HTML, which has a frame. */
final class InboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private InboxPages() {}

    static String list(List<ReceivedMail> mails, String to) {
        return page("Inbox", """
                <h1>Inbox</h1>
                <p class="quiet">Every mail that the Cloud and the Portal of this demo send. Nothing leaves this machine.</p>
                <form method="get" action="/" role="search">
                  <label for="to">Recipient</label>
                  <input id="to" name="to" type="search" value="%s" autocomplete="off">
                  <button>Filter</button>
                </form>
                <div id="mails" aria-live="polite">%s</div>
                <script src="/inbox.js"></script>
                """.formatted(escape(to), rows(mails)));
    }

    static String rows(List<ReceivedMail> mails) {
        if (mails.isEmpty()) {
            return "<p>No mail yet.</p>";
        }
        return mails.stream().map(InboxPages::row).collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    static String mail(ReceivedMail mail) {
        return page(mail.subject(), """
                <p><a href="/">Inbox</a></p>
                <h1 translate="no">%s</h1>
                <dl>
                  <dt>From</dt><dd translate="no">%s</dd>
                  <dt>To</dt><dd translate="no">%s</dd>
                  <dt>Received</dt><dd>%s</dd>
                </dl>
                <pre tabindex="0" translate="no">%s</pre>
                %s
                """.formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(mail.to()),
                        TIME.format(mail.receivedAt()),
                        withLinks(mail),
                        frame(mail)));
    }

    /** A mail's HTML on its own, so that its links open beside the frame it stands in. */
    static String foreign(ReceivedMail mail) {
        return "<!doctype html><meta charset=\"utf-8\"><base target=\"_blank\">" + mail.html();
    }

    static String missing() {
        return page("Not found", "<h1>Not found</h1><p><a href=\"/\">Inbox</a></p>");
    }

    static String resource(String name) throws IOException {
        try (var in = InboxPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String row(ReceivedMail mail) {
        return """
                <li><a href="/mails/%d" translate="no">%s</a>
                <span translate="no">to %s</span> <span translate="no">from %s</span> <time datetime="%s">%s</time></li>
                """.formatted(
                        mail.id(),
                        escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                        escape(mail.to()),
                        escape(mail.from()),
                        mail.receivedAt(),
                        TIME.format(mail.receivedAt()));
    }

    /** The text with its addresses to click on. They are found in the raw text; each piece is escaped by itself. */
    private static String withLinks(ReceivedMail mail) {
        var page = new StringBuilder();
        var rest = mail.text();
        for (var link : MailParser.links(rest)) {
            var at = rest.indexOf(link);
            if (at < 0) {
                continue;
            }
            page.append(escape(rest.substring(0, at)))
                    .append("<a href=\"%s\" target=\"_blank\" rel=\"noreferrer\">%s</a>"
                            .formatted(escape(link), escape(link)));
            rest = rest.substring(at + link.length());
        }
        return page.append(escape(rest)).toString();
    }

    private static String frame(ReceivedMail mail) {
        return mail.html().isEmpty() ? "" : """
                <h2>As formatted by the sender</h2>
                <iframe src="/mails/%d/html" title="The mail as formatted by the sender"
                  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(mail.id());
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Portolan demo</title>
                <link rel="stylesheet" href="/inbox.css">
                </head>
                <body><main>%s</main></body>
                </html>
                """.formatted(escape(title), body);
    }
}
