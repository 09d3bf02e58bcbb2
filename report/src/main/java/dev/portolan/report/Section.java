package dev.portolan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named group of a report with its leaves and sections in document order. */
public record Section(String name, List<Node> children, Map<String, String> attributes) implements Node {
    public Section {
        children = List.copyOf(children);
    }

    public List<Leaf> leaves() {
        return only(Leaf.class);
    }

    public List<Section> sections() {
        return only(Section.class);
    }

    /** Every direct section of this name. */
    public List<Section> sections(String wanted) {
        return sections().stream().filter(s -> s.name().equals(wanted)).toList();
    }

    /** The first direct section of this name. */
    public Optional<Section> section(String wanted) {
        return sections(wanted).stream().findFirst();
    }

    /** The first direct leaf of this name that has a value. */
    public Optional<String> value(String wanted) {
        return leaves().stream()
                .filter(l -> l.name().equals(wanted) && !l.isBlank())
                .map(Leaf::value)
                .findFirst();
    }

    /**
     * Every value under a dotted path that starts below this section, repeated elements in document order, empty ones
     * included. Names may themselves hold dots and spaces, as the labels of custom fields do.
     */
    public List<String> values(String path) {
        List<String> found = new ArrayList<>();
        collect(path, found);
        return List.copyOf(found);
    }

    private void collect(String path, List<String> found) {
        for (Node child : children) {
            switch (child) {
                case Leaf leaf -> {
                    if (leaf.name().equals(path)) {
                        found.add(leaf.value());
                    }
                }
                case Section section -> {
                    if (path.startsWith(section.name() + ".")) {
                        section.collect(path.substring(section.name().length() + 1), found);
                    }
                }
            }
        }
    }

    private <T extends Node> List<T> only(Class<T> type) {
        return children.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
