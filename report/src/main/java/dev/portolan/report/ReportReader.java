package dev.portolan.report;

import dev.portolan.report.UnreadableReport.Reason;
import dev.portolan.report.xml.SecureXml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of one report into sections. One instance reads once. */
final class ReportReader {
    static final Section EMPTY = new Section("", List.of(), Map.of());

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 300_000;
    /** Without children and text these are still sections, everything else is then an empty leaf. */
    private static final Set<String> SECTIONS = Set.of(
            "root",
            "report",
            "blancco_data",
            "user_data",
            "description",
            "document_log",
            "log_entry",
            "blancco_erasure_report",
            "blancco_hardware_report",
            "blancco_software_report",
            "entries");

    private final XMLStreamReader in;
    private int elements;

    private ReportReader(XMLStreamReader in) {
        this.in = in;
    }

    /** The outermost element; the whole input has been read, so it is not cut off. */
    static Section read(byte[] xml) {
        try {
            XMLStreamReader in = SecureXml.reader(xml);
            try {
                return new ReportReader(in).document();
            } finally {
                in.close();
            }
        } catch (XMLStreamException broken) {
            throw new UnreadableReport(Reason.REPORT_MALFORMED, "not well-formed XML", broken);
        }
    }

    private Section document() throws XMLStreamException {
        Node root = EMPTY;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD ->
                    throw new UnreadableReport(Reason.REPORT_HAS_DOCTYPE, "document type declaration");
                case XMLStreamConstants.START_ELEMENT -> root = element(1);
                default -> {
                    // comments, instructions and white space around the root say nothing
                }
            }
        }
        if (root instanceof Section section) {
            return section;
        }
        throw new UnreadableReport(Reason.REPORT_UNKNOWN_FORM, "the root element has no parts");
    }

    private Node element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new UnreadableReport(Reason.REPORT_TOO_COMPLEX, "too deep or too many elements");
        }
        String tag = in.getLocalName();
        Map<String, String> attributes = attributes();
        boolean entry = tag.equals("entry") || tag.equals("entries");
        String name = SecureXml.name(tag, attributes.get("name"));
        String type = attributes.getOrDefault("type", "");
        if (entry) {
            attributes.remove("name");
            attributes.remove("type");
        }
        Map<String, String> rest = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(attributes);
        List<Node> children = new ArrayList<>();
        String text = content(children, depth);
        if (children.isEmpty() && !SECTIONS.contains(tag)) {
            return new Leaf(name, type, text, rest);
        }
        if (!text.isEmpty()) {
            children.add(new Leaf("text", "", text, Map.of()));
        }
        return new Section(name, children, rest);
    }

    private String content(List<Node> children, int depth) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString().strip();
                }
                default -> {
                    // comments and instructions are no data
                }
            }
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return attributes;
    }
}
