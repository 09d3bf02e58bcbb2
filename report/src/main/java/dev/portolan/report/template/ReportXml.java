package dev.portolan.report.template;

import java.nio.charset.StandardCharsets;

/** Writes a report in the layout of the field: four spaces a level, groups and leaves. */
final class ReportXml {
    private final StringBuilder out = new StringBuilder(12_000);
    private int level;

    ReportXml() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><root><report>\n");
        level = 1;
    }

    byte[] finish() {
        return out.append("</report></root>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element of this name. */
    void element(String name, Runnable content) {
        open("<" + name + ">", content, "</" + name + ">");
    }

    /** An element of this name with text in it. */
    void element(String name, String text) {
        indent().append('<').append(name).append('>').append(escape(text));
        out.append("</").append(name).append(">\n");
    }

    /** {@code <entries name>}. */
    void group(String name, Runnable content) {
        open("<entries name=\"" + escape(name) + "\">", content, "</entries>");
    }

    /** {@code <entry name>} with children, which only the description has. */
    void entryGroup(String name, Runnable content) {
        open("<entry name=\"" + escape(name) + "\">", content, "</entry>");
    }

    void text(String name, String value) {
        entry(name, "string", value);
    }

    void number(String name, long value) {
        entry(name, "uint", Long.toString(value));
    }

    private void entry(String name, String type, String value) {
        indent().append("<entry name=\"")
                .append(escape(name))
                .append("\" type=\"")
                .append(type);
        if (value.isEmpty()) {
            out.append("\" />\n");
        } else {
            out.append("\">").append(escape(value)).append("</entry>\n");
        }
    }

    private void open(String start, Runnable content, String end) {
        indent().append(start).append('\n');
        level++;
        content.run();
        level--;
        indent().append(end).append('\n');
    }

    private StringBuilder indent() {
        return out.append(" ".repeat(4 * level));
    }

    /** XML 1.0 has no way to write control characters, so they are left out. */
    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\n', '\r', '\t' -> safe.append("&#").append(c).append(';');
                default -> {
                    if (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
