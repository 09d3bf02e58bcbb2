package dev.portolan.report;

import java.util.Map;

/**
 * A value of a report.
 *
 * @param type as the report says, such as {@code string} or {@code uint}; empty where it says nothing
 * @param value without white space around it; empty for an empty element
 */
public record Leaf(String name, String type, String value, Map<String, String> attributes) implements Node {
    public boolean isBlank() {
        return value.isEmpty();
    }
}
