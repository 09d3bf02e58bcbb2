package dev.portolan.cloud.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Sees without parsing that a document does not hold a value. Texts of XML can be written in several ways (character
 * references, CDATA, comments in between, other encodings); where a document does any of that, this knows nothing.
 */
final class PlainText {
    private static final Pattern PLAIN_VALUE = Pattern.compile("[ -~&&[^&<>\"']]+");
    private static final Pattern PLAIN_START = Pattern.compile(
            "(\u00EF\u00BB\u00BF)?(<\\?xml version=\"1\\.0\"( encoding=\"(?i:UTF-8|US-ASCII|ISO-8859-1)\")?\\s*\\?>)?\\s*<(root|report)\\b");

    private PlainText() {}

    /** False only if no text of the document is the value, blanks around it aside. */
    static boolean mayHold(byte[] xml, String value) {
        if (!PLAIN_VALUE.matcher(value).matches()) return true;
        var text = new String(xml, StandardCharsets.ISO_8859_1);
        return text.contains(value)
                || !PLAIN_START.matcher(text).lookingAt()
                || text.contains("&#")
                || text.contains("<!")
                || text.indexOf("<?", 5) > 0;
    }
}
