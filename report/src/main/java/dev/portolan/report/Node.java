package dev.portolan.report;

import java.util.Map;

/** One part of a report: a section with parts of its own, or a leaf with a value. */
public sealed interface Node permits Section, Leaf {
    /** The element's {@code name} attribute for {@code entry} and {@code entries}, else the element's own name. */
    String name();

    /** Attributes other than {@code name} and {@code type} of entries, in document order. */
    Map<String, String> attributes();
}
