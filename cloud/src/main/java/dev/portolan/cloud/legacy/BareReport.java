package dev.portolan.cloud.legacy;

import dev.portolan.report.xml.SecureXml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The {@code report} element of a stored document, for standing among others in one answer. */
final class BareReport {
    private BareReport() {}

    /** The element's characters as they are, in UTF-8. */
    static byte[] of(byte[] xml) {
        try {
            var text = new String(xml, encoding(xml));
            int mark = text.startsWith("\uFEFF") ? 1 : 0;
            var in = SecureXml.reader(text.substring(mark));
            try {
                int depth = 0;
                int from = -1;
                int start = 0;
                while (in.hasNext()) {
                    int event = in.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        depth++;
                        if (from < 0 && in.getLocalName().equals("report")) {
                            from = (int) in.getLocationInfo().getStartingCharOffset();
                            start = depth;
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        if (from >= 0 && depth == start) {
                            int to = (int) in.getLocationInfo().getEndingCharOffset();
                            return text.substring(mark + from, mark + to).getBytes(StandardCharsets.UTF_8);
                        }
                        depth--;
                    }
                }
                throw new IllegalStateException("a stored report has no report element");
            } finally {
                in.close();
            }
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a stored report is not well-formed", broken);
        }
    }

    private static Charset encoding(byte[] xml) throws XMLStreamException {
        var in = SecureXml.reader(xml);
        try {
            return Charset.forName(in.getEncoding());
        } finally {
            in.close();
        }
    }
}
