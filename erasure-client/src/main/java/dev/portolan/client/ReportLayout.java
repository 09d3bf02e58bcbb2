package dev.portolan.client;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML in the layout of reports: four spaces a level, groups and leaves. */
final class ReportLayout {
    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private int level;

    private interface Step {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    ReportLayout() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    byte[] finish() {
        step(XMLStreamWriter::flush);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element of this name. */
    void element(String name, Runnable content) {
        open(to -> to.writeStartElement(name), content);
    }

    /** An element of this name with text in it. */
    void element(String name, String text) {
        leaf(to -> to.writeStartElement(name), text);
    }

    /** {@code <entries name>}. */
    void group(String name, Runnable content) {
        open(to -> start(to, "entries", name), content);
    }

    /** {@code <entry name>} with children, which only the description has. */
    void entryGroup(String name, Runnable content) {
        open(to -> start(to, "entry", name), content);
    }

    void text(String name, String value) {
        leaf(to -> entry(to, name, "string"), value);
    }

    void number(String name, long value) {
        leaf(to -> entry(to, name, "uint"), Long.toString(value));
    }

    private static void start(XMLStreamWriter to, String element, String name) throws XMLStreamException {
        to.writeStartElement(element);
        to.writeAttribute("name", name);
    }

    private static void entry(XMLStreamWriter to, String name, String type) throws XMLStreamException {
        start(to, "entry", name);
        to.writeAttribute("type", type);
    }

    private void open(Step start, Runnable content) {
        if (level > 0) indent();
        step(start);
        level++;
        content.run();
        level--;
        indent();
        step(XMLStreamWriter::writeEndElement);
    }

    private void leaf(Step start, String value) {
        indent();
        step(start);
        step(to -> to.writeCharacters(legible(value)));
        step(XMLStreamWriter::writeEndElement);
    }

    private void step(Step step) {
        try {
            step.write(xml);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
    }

    private void indent() {
        step(to -> to.writeCharacters("\n" + " ".repeat(4 * level)));
    }

    /** XML cannot hold control characters, but names of files can: they are shown as escapes. */
    private static String legible(String text) {
        var safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
