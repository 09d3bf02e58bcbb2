package dev.portolan.report.signature;

import dev.portolan.report.UnreadableReport;
import dev.portolan.report.UnreadableReport.Reason;
import dev.portolan.report.xml.SecureXml;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a signature covers: the {@code report} element in exclusive canonical form without comments, with fewer or more
 * of its log entries. White space between log entries is left out, so that removing an entry leaves no trace, and a
 * report without a document log counts as one with an empty log.
 */
final class CanonicalForm {
    static {
        Init.init();
    }

    private final Element report;
    private final List<Element> entries;

    private CanonicalForm(Element report, List<Element> entries) {
        this.report = report;
        this.entries = entries;
    }

    /** The form of the report with every log entry it has now: what the next entry signs. */
    static byte[] of(byte[] report) {
        return read(report).bytes();
    }

    /** What each log entry signs, oldest first: the report with the entries before it. */
    static List<byte[]> ofEntries(byte[] report) {
        CanonicalForm form = read(report);
        List<byte[]> signed = new ArrayList<>();
        for (Element last : form.entries.reversed()) {
            last.getParentNode().removeChild(last);
            signed.addFirst(form.bytes());
        }
        return signed;
    }

    private static CanonicalForm read(byte[] xml) {
        try {
            Document document = SecureXml.tree(xml);
            Element root = document.getDocumentElement();
            Element report = name(root).equals("report") ? root : need(root, "report");
            Element log = log(need(need(report, "blancco_data"), "description"));
            return new CanonicalForm(report, entries(log));
        } catch (SAXException broken) {
            throw new UnreadableReport(Reason.REPORT_MALFORMED, "not well-formed XML", broken);
        }
    }

    private static Element log(Element description) {
        return child(description, "document_log").orElseGet(() -> {
            Element log = description.getOwnerDocument().createElementNS(null, "document_log");
            description.insertBefore(log, need(description, "document_id").getNextSibling());
            return log;
        });
    }

    private static List<Element> entries(Element log) {
        List<Element> entries = new ArrayList<>();
        for (Node node : children(log)) {
            if (node instanceof Element element && name(element).equals("log_entry")) {
                entries.add(element);
            } else if (node.getNodeType() == Node.TEXT_NODE
                    && node.getTextContent().isBlank()) {
                log.removeChild(node);
            }
        }
        return entries;
    }

    private byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(report, out);
            return out.toByteArray();
        } catch (XMLSecurityException broken) {
            throw new UnreadableReport(Reason.REPORT_MALFORMED, "no canonical form", broken);
        }
    }

    private static Element need(Element parent, String name) {
        return child(parent, name).orElseThrow(() -> new UnreadableReport(Reason.REPORT_UNKNOWN_FORM, "no " + name));
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> name(element).equals(name))
                .findFirst();
    }

    private static String name(Element element) {
        return SecureXml.name(
                element.getLocalName(), element.hasAttribute("name") ? element.getAttribute("name") : null);
    }

    private static List<Node> children(Element parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            children.add(node);
        }
        return children;
    }
}
