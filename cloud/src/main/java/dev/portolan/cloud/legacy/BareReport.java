package dev.portolan.cloud.legacy;

import dev.portolan.report.xml.SecureXml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.web.util.HtmlUtils;

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
                var namespaces = "";
                while (in.hasNext()) {
                    int event = in.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        depth++;
                        if (from < 0 && depth <= 2 && in.getLocalName().equals("report")) {
                            from = (int) in.getLocationInfo().getStartingCharOffset();
                            start = depth;
                        } else if (depth == 1) {
                            namespaces = namespaces(in);
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        if (from >= 0 && depth == start) {
                            int to = (int) in.getLocationInfo().getEndingCharOffset();
                            return withNamespaces(text.substring(mark + from, mark + to), namespaces)
                                    .getBytes(StandardCharsets.UTF_8);
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

    /** What the element around it declares, the report may use. */
    private static String namespaces(XMLStreamReader in) {
        var declared = new StringBuilder();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            var prefix = in.getNamespacePrefix(i);
            declared.append(prefix == null || prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"")
                    .append(HtmlUtils.htmlEscapeDecimal(in.getNamespaceURI(i)))
                    .append('"');
        }
        return declared.toString();
    }

    private static String withNamespaces(String report, String namespaces) {
        // A declaration that the report repeats would be an error; its own counts then, and so for all of them.
        int name = "<report".length();
        boolean own = report.substring(0, report.indexOf('>')).contains("xmlns");
        return namespaces.isEmpty() || own || !report.startsWith("<report")
                ? report
                : report.substring(0, name) + namespaces + report.substring(name);
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
