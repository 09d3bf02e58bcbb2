package dev.portolan.report.certificate;

import dev.portolan.report.Leaf;
import dev.portolan.report.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Any product's sections as headed blocks of label and value. A section that stands once inside another and holds
 * values only is folded into it; what repeats is numbered.
 */
final class SectionBlocks {
    /** A page shows what a person reads; the report itself has the rest. */
    static final int MAX_BLOCKS = 500;

    private final Wording wording;
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private SectionBlocks(Wording wording) {
        this.wording = wording;
    }

    static List<Map<String, Object>> of(Section part, Wording wording) {
        SectionBlocks result = new SectionBlocks(wording);
        result.add(part, "");
        return result.blocks;
    }

    /** Two pairs of label and value a row. */
    static List<Map<String, Object>> rows(List<String[]> pairs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            Map<String, Object> row = new HashMap<>();
            row.put("label1", pairs.get(i)[0]);
            row.put("value1", pairs.get(i)[1]);
            boolean two = i + 1 < pairs.size();
            row.put("two", true);
            row.put("label2", two ? pairs.get(i + 1)[0] : "");
            row.put("value2", two ? pairs.get(i + 1)[1] : "");
            rows.add(row);
        }
        return rows;
    }

    private void add(Section section, String title) {
        List<String[]> pairs = new ArrayList<>();
        section.leaves().forEach(leaf -> pair(pairs, "", leaf));
        List<Section> apart = new ArrayList<>();
        Map<String, Long> counts =
                section.sections().stream().collect(Collectors.groupingBy(Section::name, Collectors.counting()));
        for (Section inner : section.sections()) {
            if (inner.sections().isEmpty()
                    && counts.getOrDefault(inner.name(), 0L) == 1
                    && !title.isEmpty()
                    && !pairs.isEmpty()) {
                inner.leaves().forEach(leaf -> pair(pairs, label(inner.name()) + ": ", leaf));
            } else {
                apart.add(inner);
            }
        }
        if (!pairs.isEmpty() && blocks.size() < MAX_BLOCKS) {
            blocks.add(Map.of("title", title, "rows", rows(pairs)));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Section inner : apart) {
            int number = seen.merge(inner.name(), 1, Integer::sum);
            boolean several = counts.getOrDefault(inner.name(), 0L) > 1;
            add(inner, title(title, section, inner) + (several ? " " + number : ""));
        }
    }

    /** A list's own name says no more than that of its parts, so "Disk 1" stands for "Disks, Disk 1". */
    private String title(String outer, Section parent, Section inner) {
        boolean list = parent.leaves().isEmpty() && !outer.isEmpty();
        int cut = outer.lastIndexOf(" – ");
        String before = list ? (cut < 0 ? "" : outer.substring(0, cut)) : outer;
        return before.isEmpty() ? label(inner.name()) : before + " – " + label(inner.name());
    }

    private void pair(List<String[]> pairs, String prefix, Leaf leaf) {
        if (!leaf.isBlank()) {
            String value = leaf.name().equals("capacity") ? wording.capacity(leaf.value()) : leaf.value();
            pairs.add(new String[] {prefix + label(leaf.name()), value});
        }
    }

    private String label(String name) {
        return wording.labels().field(name);
    }
}
