package dev.portolan.upgrade.stagetwo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between the two sides: stable codes, for programs, each with some of the ids it was found at. The text of a
 * code is {@code upgrade.difference.<code>}.
 */
public final class Differences {
    private static final int NAMED = 3;

    private final Map<String, List<String>> found = new LinkedHashMap<>();

    void add(String code) {
        found.computeIfAbsent(code, first -> new ArrayList<>());
    }

    void add(String code, String id) {
        var ids = found.computeIfAbsent(code, first -> new ArrayList<>());
        if (ids.size() < NAMED) ids.add(id);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** One for each code: the code, then the ids, with blanks between. */
    public String[] arguments() {
        return found.entrySet().stream()
                .map(each -> String.join(" ", each.getKey(), String.join(" ", each.getValue()))
                        .strip())
                .toArray(String[]::new);
    }
}
