package dev.portolan.report.signature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Writes a log entry in the layout of the field, in ASCII with character references for all else. */
final class LogEntryXml {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LogEntryXml() {}

    static String write(LogAuthor author, Instant at, byte[] signature, String keyId) {
        return """
                <log_entry>
                                    <author>
                                        <product_name id="%s" name="%s">%s</product_name>
                                        <product_version>%s</product_version>
                                        <product_revision>%s</product_revision>
                                    </author>
                                    <date>%s</date>
                                    <integrity>%s</integrity>
                                    <key identifier="%s" />
                                </log_entry>""".formatted(
                        escape(author.productId()),
                        escape(author.registeredName()),
                        escape(author.product()),
                        escape(author.version()),
                        escape(author.revision()),
                        DATE.format(at),
                        Base64.getEncoder().encodeToString(signature),
                        escape(keyId));
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c > 0x7E || "<>&\"'".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
