package dev.portolan.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** JSON as RFC 8785 has it: members in order, no white space. Of numbers only whole ones, so that none is rounded. */
final class CanonicalJson {
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    static byte[] write(JsonNode node) {
        var out = new StringBuilder();
        append(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.stringValue(), out);
            case NUMBER -> number(node, out);
            case BOOLEAN, NULL -> out.append(node);
            default -> throw new IllegalArgumentException("no JSON: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        Map<String, JsonNode> members = new TreeMap<>(); // by UTF-16 units, as the RFC wants it
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        char before = '{';
        if (members.isEmpty()) out.append(before);
        for (var member : members.entrySet()) {
            out.append(before);
            string(member.getKey(), out);
            out.append(':');
            append(member.getValue(), out);
            before = ',';
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) out.append(',');
            append(node.get(i), out);
        }
        out.append(']');
    }

    private static void number(JsonNode node, StringBuilder out) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > EXACT)
            throw new IllegalArgumentException("not a whole number");
        out.append(node.longValue());
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
